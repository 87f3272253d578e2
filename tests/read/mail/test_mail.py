"""Mails of the standard form and of Outlook: head, own words, attachments, and what is no mail or a hostile one."""

import pytest

from reconcile.facts import Source
from reconcile.read import ReadError, mail, outlook
from reconcile.read.blob import Blob, Reading
from reconcile.read.mail.letter import MOST_ATTACHMENTS
from reconcile.read.readers import read_blob
from tests.read.compound import message

_HEAD = "From: Ann Ray <ann@example.com>\nDate: Wed, 11 Mar 2026 09:30:00 +0100\nMessage-ID: <1@a.b>\nSubject: {}\n"


def reading(body: str | bytes, subject: str = "Toll", more: str = "") -> Reading:
    data = body if isinstance(body, bytes) else body.encode()
    return mail.read(Blob("a.eml", ".eml", (_HEAD.format(subject) + more).encode() + b"\n" + data))


def source(*given: str) -> Source:
    (found,) = reading(*given).sources
    return found


def test_the_head_gives_title_publisher_date_and_guid() -> None:
    found = source("Twelve died.", "Fwd: RE: =?utf-8?q?Fl=C3=BCt?=")
    assert (found.title, found.publisher, found.guid) == ("Flüt", "Ann Ray", "<1@a.b>")
    assert found.published == "2026-03-11T09:30:00+01:00"
    assert found.text == "Flüt\n\nTwelve died."


@pytest.mark.parametrize(
    ("charset", "body"),
    [("utf-8", "Café: 12 died".encode()), ("iso-8859-1", "Café: 12 died".encode("latin-1")),
     ("windows-1252", "Café: 12 died".encode("cp1252")), ("no-such-charset", "Café: 12 died".encode()),
     ("us-ascii", "Café: 12 died".encode())],
)  # fmt: skip
def test_any_charset_and_a_wrong_one(charset: str, body: bytes) -> None:
    (found,) = reading(
        body, more=f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n"
    ).sources
    assert found.text == "Toll\n\nCafé: 12 died"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Twelve died.</p><script>9</script>", "Twelve died."),
        ("<p>Now 14.</p><blockquote type='cite'><p>Twelve died.</p></blockquote>tail", "Now 14.\n\ntail"),
        ("<p>Now 14.</p><div class='x gmail_quote'>On Monday Ann wrote: 12</div>", "Now 14."),
        ("<blockquote type='cite'>Twelve died.</blockquote>", "Twelve died."),
        ("<table><tr><th>Region<th>Dead</tr><tr><td>North<td>12</tr></table>", "North, Dead: 12"),
    ],
)
def test_html_is_read_without_what_it_quotes(body: str, text: str) -> None:
    assert source(body, "Toll", "Content-Type: text/html\n").text == f"Toll\n\n{text}"


def mixed(*parts: tuple[str, str]) -> Reading:
    body = "".join(f'--b\nContent-Disposition: attachment; filename="{name}"\n\n{text}\n' for name, text in parts)
    head = "Content-Type: multipart/mixed; boundary=b\nMIME-Version: 1.0\n"
    return reading(f"--b\nContent-Type: text/plain\n\nSee the files.\n{body}--b--\n", more=head)


def test_attachments_that_a_reader_knows_are_sources_and_documents_that_none_knows_are_named() -> None:
    found = mixed(("a.csv", "Region,Dead\nNorth,12"), ("logo.png", "x"), ("b.xyz", "\x01\x02"), ("c.txt", "\x00"))
    assert [each.text for each in found.sources] == ["Toll\n\nSee the files.", "North, Dead: 12"]
    assert found.sources[1].published == "2026-03-11T09:30:00+01:00"
    assert [problem.where for problem in found.problems] == ["a.eml > b.xyz", "a.eml > c.txt"]


def test_a_mail_of_more_attachments_than_are_read_says_so() -> None:
    found = mixed(*((f"{n}.csv", f"Region,Dead\nNorth,{n}") for n in range(MOST_ATTACHMENTS + 2)))
    assert len(found.sources) == MOST_ATTACHMENTS + 1
    ((problem),) = found.problems
    assert problem.message == "more than 50 attachments: only those were read"


def test_mails_attached_to_mails_are_read_to_a_depth() -> None:
    whole = _HEAD.format("Toll") + "\nTwelve died."
    for k in range(4):
        head = _HEAD.format(f"Toll {k}") + f"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b{k}\n\n"
        letter = f"--b{k}\nContent-Type: text/plain\n\nSee below.\n"
        whole = f"{head}{letter}--b{k}\nContent-Type: message/rfc822\n\n{whole}\n--b{k}--\n"
    found = mail.read(Blob("a.eml", ".eml", whole.encode()))
    assert [each.title for each in found.sources] == ["Toll 3", "Toll 2", "Toll 1"]
    ((problem),) = found.problems
    assert "attached to a mail that is attached" in problem.message


def test_each_mail_of_a_mailbox_is_a_source_of_its_own() -> None:
    mails = (f"From a@b Wed Mar 11 1{n}:00:00 2026\n{_HEAD.format(f'No {n}')}\n{n + 2} died.\n" for n in range(2))
    box = "\n".join(mails) + "\n>From the sea came 9.\nFrom noon on 7 were left.\n"
    found = read_blob(Blob("a.mbox", ".mbox", box.replace("\n", "\r\n").encode()))
    assert [each.title for each in found.sources] == ["No 0", "No 1"]
    assert found.sources[0].text == "No 0\n\n2 died."
    assert found.sources[1].text.endswith("From the sea came 9.\nFrom noon on 7 were left.")
    assert found.problems == ()


def test_a_mail_of_a_mailbox_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    start = "From a@b Wed Mar 11 10:00:00 2026\n" + _HEAD.format("x")
    found = read_blob(Blob("a.mbox", ".mbox", f"{start}\nTwelve died.\n\n{_HEAD_ONLY}{start}\nTwo.\n".encode()))
    assert (len(found.sources), len(found.problems)) == (2, 1)


_HEAD_ONLY = "From a@b Wed Mar 11 10:00:00 2026\nSubject: \n\n\n"
_OUTLOOK = message(
    {0x0037: "FW: Toll", 0x0C1A: "Ann Ray", 0x0C1F: "ann@example.com", 0x1000: "Twelve died.\r\n-- \r\nAnn",
     0x007D: "From: Ann Ray <ann@example.com>\r\nDate: Wed, 11 Mar 2026 09:30:00 +0100\r\n\r\n"},
    {"districts.csv": b"Region,Dead\nNorth,12\n"},
)  # fmt: skip


def test_a_mail_of_outlook_is_read_as_any_other() -> None:
    blob = Blob("a.msg", ".msg", _OUTLOOK)
    assert outlook.sniff(blob)
    letter, sheet = read_blob(blob).sources
    assert (letter.text, letter.title, letter.publisher) == ("Toll\n\nTwelve died.", "Toll", "Ann Ray")
    assert letter.published == sheet.published == "2026-03-11T09:30:00+01:00"
    assert (sheet.text, sheet.path) == ("North, Dead: 12", "a.msg > districts.csv")


def test_a_mail_that_was_only_received_is_of_the_day_it_came() -> None:
    received = message(
        {0x0037: "Toll", 0x0C1A: "Ann Ray", 0x1000: "Twelve died."}, {}, {0x0E06: 134_017_182_000_000_000}
    )
    (letter,) = read_blob(Blob("a.msg", ".msg", received)).sources
    assert (letter.publisher, letter.published) == ("Ann Ray", "2025-09-07T11:30:00+00:00")


@pytest.mark.parametrize("data", [_OUTLOOK[:600], _OUTLOOK[:2000] + b"\xff" * 3000, _OUTLOOK[:512] + b"\0" * 4000])
def test_a_broken_mail_of_outlook_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as raised:
        outlook.read(Blob("a.msg", ".msg", data))
    assert raised.value.problem.hint


_NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (k, k) for k in range(400))
_FORWARDED = b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\nFrom: a\n" * 5000
_EMPTY = "Content-Type: multipart/mixed; boundary=b\n\n--b--\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_HEAD.format("").encode(), "without text"),
        (_HEAD.format("").encode() + _EMPTY.encode(), "without text"),
        (_HEAD.format("").encode() + _NESTED, "without text|broken"),
        (_HEAD.format("x").encode() + _FORWARDED, "broken|text"),
        (_HEAD.format("=?utf-8?q?a?= " * 100_000).encode() + b"\nx", "longer fields"),
        (_HEAD.format("x").encode() + b"\n" + b"--b\n" * 100_000, "more parts"),
        (_HEAD.format("x").encode() + b"\n" + b">\n" * 700_000, "lines"),
        (_HEAD.format("x").encode() + b"\n" + b"x" * 3_000_000, "million characters"),
    ],
)  # fmt: skip
def test_what_is_empty_or_hostile_is_refused_with_a_hint(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as raised:
        mail.read(Blob("a.eml", ".eml", data))
    assert raised.value.problem.hint


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("From: a\nMessage-ID: <1>\nSubject: b\n\nx", True),
        ("Received: from a\n\tby b\nFrom: a\n\nx", True),
        ("From: a\nTo: b\n\nA letter in a text file.", False),
        ("MOSCOW: The Kremlin said\nFrom: here", False),
        ("Note: see below\n\nMessage-ID: x", False),
    ],
)
def test_mail_is_known_by_fields_that_nothing_else_has(text: str, *, known: bool) -> None:
    assert mail.sniff(Blob("-", "", text.encode())) is known
