"""Addresses: fetched within limits, from a server of the test's own; nothing inside one's network unless allowed."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path

import pytest

from reconcile.read import ReadError, gather
from reconcile.read.load import load
from reconcile.read.web import OFFLINE, Web

fetch = import_module("reconcile.read.fetch")
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Fire</title><meta property="og:site_name" content="Post">'
    '<link rel="canonical" href="https://elsewhere.example.org/fire"></head><body><article><h1>Fire</h1>'
    "<p>The fire killed 12 people and injured 31 at a warehouse on the edge of town on Monday, the police "
    "said.</p><p>It caused damage of £2.3m.</p></article></body></html>"
)
FEED = b"<rss><channel><item><title>12 dead</title><description>In a fire.</description></item></channel></rss>"
INSIDE = Web(private=True)


class Pages(BaseHTTPRequestHandler):
    """Answers as servers do, good and bad."""

    def do_GET(self) -> None:
        status, headers, body = ROUTES.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.format(host=self.headers["Host"]))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


HTML = {"Content-Type": "text/html; charset=iso-8859-1"}
ROUTES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/fire": (200, HTML, PAGE.encode("latin-1")),
    "/moved": (302, {"Location": "/fire"}, b""),
    "/loop": (301, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/no-location": (302, {}, b"12 dead"),
    "/secret": (403, HTML, b"no"),
    "/gone": (410, HTML, b""),
    "/broken": (500, HTML, b""),
    "/empty": (200, HTML, b""),
    "/bomb": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(b"12 " * 1_000_000)),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, FEED),
    "/note": (200, {"Content-Type": "text/plain"}, b"Twelve died."),
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_a_page_is_read_as_a_file_would_be_in_the_encoding_that_the_server_tells(server: str) -> None:
    (source,), problems = gather([f"{server}/fire"], INSIDE)
    assert problems == ()
    assert (source.title, source.publisher, source.path) == ("Fire", "Post", None)
    assert "£2.3m" in source.text


def test_a_page_cannot_pass_for_one_of_another_host(server: str) -> None:
    (source,), _ = gather([f"{server}/fire"], INSIDE)
    assert source.url == f"{server}/fire"


def test_redirections_are_followed_within_limits(server: str) -> None:
    assert load(f"{server}/moved", INSIDE).data == PAGE.encode("latin-1")
    with pytest.raises(ReadError, match="redirected more than 5 times"):
        load(f"{server}/loop", INSIDE)


def test_a_redirection_leads_nowhere_but_to_the_web(server: str) -> None:
    with pytest.raises(ReadError, match="leads to file:///etc/passwd, which is no web address"):
        load(f"{server}/file", INSIDE)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/nothing", r"no such page \(HTTP 404\)"),
        ("/secret", r"refuses to give the page \(HTTP 403\).*save the page"),
        ("/gone", r"no longer there \(HTTP 410\)"),
        ("/broken", r"the server fails \(HTTP 500\)"),
        ("/no-location", r"the server fails \(HTTP 302\)"),
        ("/empty", "empty"),
    ],
)
def test_what_a_server_refuses_is_said_with_what_to_do(server: str, path: str, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        load(f"{server}{path}", INSIDE)
    assert caught.value.problem.where == f"{server}{path}"


def test_a_compressed_bomb_stops_at_the_limit(server: str) -> None:
    with pytest.raises(ReadError, match="larger than 1 MB"):
        fetch.fetch(f"{server}/bomb", INSIDE, 1024 * 1024)


def test_a_slow_server_is_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "DEADLINE", -1.0)
    with pytest.raises(ReadError, match="not read within"):
        load(f"{server}/fire", INSIDE)


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(ReadError, match="cannot fetch it"):
        load("http://127.0.0.1:9/x", INSIDE)


def test_a_host_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(fetch.socket, "getaddrinfo", unknown)
    with pytest.raises(ReadError, match=r"there is no host nowhere\.example"):
        load("https://nowhere.example/x")


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/x",
        "file:///etc/passwd",
        "gopher://example.org/",
        "http:///x",
        "http://[::1",
        "http://a:99999/",
    ],
)
def test_only_web_addresses_are_fetched(address: str) -> None:
    with pytest.raises(ReadError, match="address"):
        load(address)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.7", "169.254.169.254", "::1", "fe80::1%eth0", "fc00::1",
     "::ffff:127.0.0.1", "2002:7f00:1::", "224.0.0.1", "localhost", "printer.local", "db.internal"],
)  # fmt: skip
def test_addresses_inside_one_s_own_network(address: str) -> None:
    assert fetch._is_inside(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "example.org"])
def test_addresses_of_the_public_internet(address: str) -> None:
    assert not fetch._is_inside(address)


def test_one_s_own_network_is_left_alone_unless_allowed(server: str) -> None:
    with pytest.raises(ReadError, match=r"inside your own network.*--private"):
        load(f"{server}/fire")


def test_a_name_that_leads_inside_is_refused_after_a_redirection_too(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = iter([False, True])
    monkeypatch.setattr(fetch, "_is_inside", lambda _: next(inside))
    with pytest.raises(ReadError, match="inside your own network"):
        load(f"{server}/moved")


def test_offline_fetches_nothing() -> None:
    _, (problem,) = gather(["https://example.org/a"], OFFLINE)
    assert (problem.where, problem.message) == ("https://example.org/a", "not fetched: only files are read here")


def test_an_address_given_twice_is_fetched_once_and_each_fault_is_named(server: str) -> None:
    sources, problems = gather([f"{server}/note", f"{server}/gone", f"{server}/note", f"{server}/feed"], INSIDE)
    assert [source.text for source in sources] == ["Twelve died.", "12 dead\n\nIn a fire."]
    assert [problem.where for problem in problems] == [f"{server}/gone"]


def test_what_was_fetched_is_kept_with_a_log(server: str, tmp_path: Path) -> None:
    folder = tmp_path / "report.html.sources"
    (source,), problems = gather([f"{server}/moved"], Web(private=True, keep=folder))
    assert problems == ()
    kept = Path(source.path or "")
    assert kept.parent == folder
    assert kept.read_bytes() == PAGE.encode("latin-1")
    assert kept.suffix == ".html"
    moment, digest, name, asked, final = (folder / "fetched.log").read_text().rstrip("\n").split("\t")
    assert (digest, name, asked, final) == (source.sha256, kept.name, f"{server}/moved", f"{server}/fire")
    assert moment.endswith("+00:00")
    again, _ = gather([str(folder)])
    assert [one.title for one in again] == ["Fire"]  # the log is no source


def test_the_name_of_what_is_kept_stays_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    keep = import_module("reconcile.read.keep")
    made = keep.keep(fetch.Blob("u", "./../x", b"12", url="https://a.example.org/../../etc/passwd\n\t"), "f\n", folder)
    assert Path(made.kept).resolve().parent == folder.resolve()
    assert len((folder / "fetched.log").read_text().splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_a_problem(server: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    _, (problem,) = gather([f"{server}/note"], Web(private=True, keep=tmp_path / "file" / "folder"))
    assert problem.message.startswith("cannot keep it in")
    assert "--keep" in problem.hint
