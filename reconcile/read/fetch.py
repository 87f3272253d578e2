"""Addresses to bytes, by httpx: what was asked for and nothing else, within limits of time, size and redirection.

An address that leads into this machine or its network is refused unless that is allowed: an article or a feed from
outside must not name what only insiders can reach. The name is looked up once, and the connection goes to what was
found, so that no second answer can lead elsewhere.
"""

import ipaddress
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from reconcile import __version__
from reconcile.read.blob import Blob
from reconcile.read.extras import library
from reconcile.read.faults import ReadError, unreadable
from reconcile.read.keep import keep
from reconcile.read.web import Web

MAX_REDIRECTS = 5
"""The most redirections that are followed."""

TIMEOUT = 10.0
"""Seconds for which a server may keep silent."""

DEADLINE = 60.0
"""Seconds for the whole of one address, its redirections included."""

_CHUNK = 65536
_SAVE_PAGE = "open it in a browser, save the page and give the file"
_AGENT = f"reconcile/{__version__} (reads news articles on request)"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/ld+json": ".jsonld",
    "application/pdf": ".pdf",
    "text/csv": ".csv",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_REFUSALS = {
    401: ("asks for a password", _SAVE_PAGE),
    402: ("asks for payment", _SAVE_PAGE),
    403: ("refuses to give the page", _SAVE_PAGE),
    404: ("there is no such page", "check the address"),
    410: ("the page is no longer there", "look for a saved copy of it"),
    429: ("asks to come back later", "try again later"),
    451: ("the page is withheld for legal reasons", "look for a saved copy of it"),
}


def fetch(url: str, web: Web, limit: int) -> Blob:
    """The bytes behind an http or https address, at most `limit` of them. Raises ReadError with what to do."""
    if web.offline:
        raise unreadable(url, "not fetched: only files are read here", _SAVE_PAGE)
    httpx = library("httpx", "web", url)
    try:
        blob, final = _followed(url, web, limit, httpx)
    except httpx.TimeoutException:
        raise unreadable(url, f"no answer within {TIMEOUT:.0f} seconds", "try again later") from None
    except httpx.InvalidURL as error:
        raise unreadable(url, f"no usable address: {error}", "check the address") from None
    except (httpx.HTTPError, httpx.StreamError, OSError) as error:
        raise unreadable(url, f"cannot fetch it: {str(error) or type(error).__name__}", "check the address") from None
    return keep(blob, final, web.keep) if web.keep else blob


def _followed(url: str, web: Web, limit: int, httpx: Any) -> tuple[Blob, str]:
    """The bytes behind an address and the address that gave them, after the redirections that are allowed."""
    deadline = time.monotonic() + DEADLINE
    at = url
    with httpx.Client(timeout=TIMEOUT, headers={"user-agent": _AGENT}, follow_redirects=False) as client:
        for _ in range(MAX_REDIRECTS + 1):
            with _answer(at, url, web, client) as answer:
                if not answer.has_redirect_location:
                    return _blob(answer, url, limit, deadline), at
                at = urljoin(at, answer.headers["location"])
    raise unreadable(url, f"redirected more than {MAX_REDIRECTS} times", "give the address of the article itself")


@contextmanager
def _answer(at: str, url: str, web: Web, client: Any) -> Iterator[Any]:
    """The answer to a request, its body not yet read. The connection goes to the address that was looked up."""
    parts = _parts(at, url)
    target, headers, extensions = at, {}, {}
    host = parts.hostname or ""
    if not _proxied(parts.scheme, host):
        found = _looked_up(host, parts.port or (443 if parts.scheme == "https" else 80), url, web)
        target = str(client.build_request("GET", at).url.copy_with(host=found))
        headers = {"host": parts.netloc.rpartition("@")[2]}
        extensions = {"sni_hostname": host}
    elif not web.private and _is_inside(host):
        raise _inside(url, host)
    with client.stream("GET", target, headers=headers, extensions=extensions) as answer:
        yield answer


def _parts(at: str, url: str) -> Any:
    try:
        parts = urlsplit(at)
        _ = parts.port
    except ValueError as error:
        raise unreadable(url, f"no usable address: {error}", "check the address") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise unreadable(url, f"leads to {at[:80]}, which is no web address", "give an http or https address")
    return parts


def _proxied(scheme: str, host: str) -> bool:
    return scheme in getproxies() and not proxy_bypass(host)


def _looked_up(host: str, port: int, url: str, web: Web) -> str:
    """An address of a host, once it is plain that none of them lies inside one's own network, where that matters."""
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise unreadable(url, f"there is no host {host[:80]}", "check the address and the connection") from None
    if not web.private and any(map(_is_inside, found)):
        raise _inside(url, host)
    return found[0]


def _is_inside(address: str) -> bool:
    """Whether an address, or a name that stands for one, is not of the public internet."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address == "localhost" or address.endswith((".localhost", ".local", ".internal"))
    inner = (ip.ipv4_mapped or ip.sixtofour) if isinstance(ip, ipaddress.IPv6Address) else None
    return not (inner or ip).is_global or ip.is_multicast


def _inside(url: str, host: str) -> ReadError:
    return unreadable(url, f"{host} is inside your own network", "allow it with --private, if you trust the address")


def _blob(answer: Any, url: str, limit: int, deadline: float) -> Blob:
    if answer.status_code in _REFUSALS or not answer.is_success:
        message, hint = _REFUSALS.get(answer.status_code, ("the server fails", "try again later"))
        raise unreadable(url, f"{message} (HTTP {answer.status_code})", hint)
    data = bytearray()
    for chunk in answer.iter_bytes(_CHUNK):
        data += chunk
        if len(data) > limit:
            hint = "give the article as a file of its own"
            raise unreadable(url, f"larger than {limit // 1024**2} MB", hint)
        if time.monotonic() > deadline:
            raise unreadable(url, f"not read within {DEADLINE:.0f} seconds", "try again later, or save the page")
    if not data:
        raise unreadable(url, "empty", _SAVE_PAGE)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    suffix = _SUFFIXES.get(kind) or PurePosixPath(urlsplit(url).path).suffix.lower()
    return Blob(url, suffix, bytes(data), charset=answer.charset_encoding, url=url)
