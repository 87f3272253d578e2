"""Web pages, feeds and agencies' XML that are deep, huge, broken, or reach for other files."""

from tests.hostile.case import BESIDE, MB, SECRET, STORY, Case, cases, flat, nested, numbered, times

_PAGE = f"<!DOCTYPE html><html><head><title>Fire</title></head><body><article><p>{STORY}</p>"
_END = "</article></body></html>"
_BOMB = "".join(f'<!ENTITY e{n} "' + f"&e{n - 1};" * 10 + '">' for n in range(1, 10))
_LAUGHS = f'<!DOCTYPE r [<!ENTITY e0 "ha">{_BOMB}]>'
_FILE = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{BESIDE}">]>'
_ABSOLUTE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_HTTP = '<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'
_PARAMETER = f'<!DOCTYPE r [<!ENTITY % p SYSTEM "{BESIDE}"> %p;]>'
_SUBSET = f'<!DOCTYPE r SYSTEM "{BESIDE}">'
_REMOTE = '<!DOCTYPE r PUBLIC "-//X//Y" "http://127.0.0.1:9/x.dtd">'
_QUADRATIC = '<!DOCTYPE r [<!ENTITY a "' + "a" * 50_000 + '">]>'


def _spread(pattern: str, count: int) -> str:
    """A paragraph of so many attributes, each with a number of its own."""
    return f"<p{''.join(pattern.replace('{n}', str(n)) for n in range(count))}>{STORY}</p>"


def _pages() -> dict[str, object]:
    page = lambda inside: f"{_PAGE}{inside}{_END}"  # noqa: E731 - a name for the frame
    return {
        "deep-div": nested("<div>", "</div>", 10_000, head=_PAGE),
        "deep-div-unclosed": times("<div>", 100_000, _PAGE),
        "deep-inline": nested("<b><i>", "</i></b>", 5_000, head=_PAGE),
        "deep-list": nested("<ul><li>", "</li></ul>", 2_000, head=_PAGE),
        "deep-quote": nested("<blockquote>", "</blockquote>", 250, head=_PAGE, tail=_END),
        "deep-tables": nested("<table><tr><td>", "</td></tr></table>", 200, head=_PAGE, tail=_END),
        "deep-font": times("<font>", 200_000, _PAGE),
        "deep-form": times("<form><input>", 50_000, _PAGE),
        "many-paragraphs": times(f"<p>{STORY}</p>", 15_000, _PAGE, _END),
        "many-elements": times("<p>12</p>", 200_000, _PAGE, _END),
        "many-links": times("<a href=x>12</a> ", 18_000, _PAGE, _END),
        "many-comments": times("<!-- 12 -->", 200_000, _PAGE, _END),
        "many-entities": times("&#49;&#50; ", 400_000, _PAGE, _END),
        "many-scripts": times("<script>1</script>", 9_000, _PAGE, _END),
        "many-spans": times("<span>1</span>", 19_000, _PAGE, _END),
        "many-breaks": times("<br>", 19_000, _PAGE, _END),
        "table-rows": times("<tr><td>12<td>13</tr>", 6_000, f"{_PAGE}<table>", f"</table>{_END}"),
        "table-columns": times("<td>12", 12_000, f"{_PAGE}<table><tr>", f"</table>{_END}"),
        "table-wide": times(f"<tr>{'<td>12' * 4_900}</tr>", 2, f"{_PAGE}<table>", f"</table>{_END}"),
        "table-spans": times("<tr><td colspan=1000 rowspan=65534>12", 3_000, f"{_PAGE}<table>", f"</table>{_END}"),
        "table-span-huge": page(f"<table><tr><td colspan={'9' * 5_000}>12</table>"),
        "table-span-negative": page("<table><tr><th colspan=-5 rowspan=0>a<td>12</tr><tr><td>x<td>5</table>"),
        "attribute-huge": lambda: page(f"<p class='{'a ' * MB}'>{STORY}</p>").encode(),
        "attributes-many": lambda: page(_spread(" a{n}=1", 50_000)).encode(),
        "attribute-unclosed": lambda: (_PAGE + '<p class="' + "a" * MB).encode(),
        "tag-unclosed": times("<", 2 * MB, _PAGE),
        "tag-name-huge": lambda: (_PAGE + "<" + "x" * MB + ">" + STORY).encode(),
        "comment-unclosed": times("<!-- ", 500_000, _PAGE),
        "comment-dashes": times("-", 3 * MB, f"{_PAGE}<!--"),
        "cdata-unclosed": times("<![CDATA[", 200_000, _PAGE),
        "prologue-endless": times("<?xml ?>", 300_000, "", _PAGE),
        "doctype-endless": times("x ", MB, "<!DOCTYPE html "),
        "meta-endless": times("<meta ", 500_000, "<html><head>"),
        "meta-charset-odd": f'<meta charset="utf-7">{_PAGE}+ADw-script+AD4-{_END}',
        "meta-charset-rot": f'<meta charset="rot13">{_PAGE}{_END}',
        "meta-charset-zlib": f'<meta charset="zlib_codec">{_PAGE}{_END}',
        "meta-refresh": f'<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">{_PAGE}{_END}',
        "base-href": f'<base href="http://127.0.0.1:9/">{_PAGE}<img src=a><link rel=stylesheet href=b>{_END}',
        "script": page("<script>document.write('5,000 dead'); fetch('http://127.0.0.1:9/')</script>"),
        "script-events": page('<img src=x onerror="alert(1)"><svg onload=alert(1)>'),
        "script-unclosed": times("<script>", 100_000, _PAGE),
        "iframe-file": page(f"<iframe src='file:///etc/passwd'></iframe><object data='{BESIDE}'></object>"),
        "include-file": page(f'<!--#include file="{BESIDE}"--><xi:include href="{BESIDE}"/>'),
        "template-php": page("<?php system('id'); ?><% 7*7 %>{{7*7}}${7*7}"),
        "data-addresses": times(f"<img src='data:image/png;base64,{'A' * 40_000}'>", 300, _PAGE, _END),
        "data-address-unclosed": times("data:image/png;base64,", 200_000, _PAGE),
        "json-ld-deep": lambda: page(f'<script type="application/ld+json">{"[" * 200_000}</script>').encode(),
        "json-ld-huge-number": lambda: page(
            f'<script type="application/ld+json">{{"@type":"NewsArticle","version":{"9" * 100_000}}}</script>'
        ).encode(),
        "json-ld-loop": page(
            '<script type="application/ld+json">{"@graph":[{"@id":"a","@type":"NewsArticle","isPartOf":{"@id":"a"}}]}</script>'
        ),
        "json-ld-wrong-types": page(
            '<script type="application/ld+json">{"@type":["NewsArticle",5],"headline":{"a":[]},"author":[[[]]],'
            '"datePublished":12,"publisher":null,"articleBody":["x"]}</script>'
        ),
        "json-ld-many": times('<script type="application/ld+json">{"@type":"NewsArticle"}</script>', 5_000, _PAGE, _END),
        "microdata-loop": page('<div itemscope itemtype="https://schema.org/NewsArticle" itemref="a" id=a>x</div>'),
        "title-escape": f"<title>\x1b]0;owned\x07\x1b[2J</title>{_PAGE}{_END}",
        "title-huge": lambda: f"<html><title>{'A' * (2 * MB)}</title><p>{STORY}".encode(),
        "title-markup": f"<title><script>alert(1)</script>=cmd|'/c calc'!A1</title>{_PAGE}{_END}",
        "hidden-many": times("<p style='display:none'>5,000 dead</p>", 15_000, _PAGE, _END),
        "style-import": page(f"<style>@import url(http://127.0.0.1:9/);{'a{}' * 100_000}</style>"),
        "control-references": page("".join(f"<p>&#{n};12</p>" for n in (*range(32), 127, 0xD800, 0xFFFE, 0x110000))),
        "reference-huge": lambda: page("&#" + "9" * 100_000 + ";").encode(),
        "bidi": page("<p>\u202e21\u202c people and \u206712\u2069 more died.</p>"),
        "mathml-mix": times("<math><mi><svg><desc><p>", 5_000, _PAGE),
        "select-options": times("<option>12", 19_000, f"{_PAGE}<select>", _END),
        "nul-in-tags": f"<ht\0ml><bo\0dy><p>{STORY}\0</p>",
        "empty-body": "<!DOCTYPE html><html></html>",
        "one-line-of-10-MB": times("12 dead, ", 10 * MB // 9, "<html><p>"),
        "xml-entities": f"{_LAUGHS}<html><body><p>&e9; {STORY}</p></body></html>",
        "xml-external": f"{_FILE}<html><body><p>&x; {STORY}</p></body></html>",
    }  # fmt: skip


def _xml(kind: str, head: str, inside: str, tail: str) -> dict[str, object]:
    """What any format in XML may be sent; `inside` is an item of it with {x} where a text stands."""
    item = inside.replace("{x}", STORY)
    body = lambda text: f"{head}{inside.replace('{x}', text)}{tail}"  # noqa: E731 - a name for the frame
    return {
        f"{kind}-laughs": _LAUGHS + body("&e9;"),
        f"{kind}-quadratic": _QUADRATIC + body("&a;" * 20_000),
        f"{kind}-file": _FILE + body("&x;"),
        f"{kind}-absolute-file": _ABSOLUTE + body("&x;"),
        f"{kind}-address": _HTTP + body("&x;"),
        f"{kind}-parameter-entity": _PARAMETER + body(STORY),
        f"{kind}-external-subset": _SUBSET + body(STORY),
        f"{kind}-remote-subset": _REMOTE + body(STORY),
        f"{kind}-stylesheet": f'<?xml-stylesheet href="{BESIDE}"?>' + body(STORY),
        f"{kind}-include": body(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{BESIDE}" parse="text"/>'),
        f"{kind}-deep": lambda: body("<p>" * 100_000).encode(),
        f"{kind}-deep-closed": lambda: body("<p>" * 5_000 + STORY + "</p>" * 5_000).encode(),
        f"{kind}-attribute-huge": lambda: body(f'<p a="{"x" * (3 * MB)}">1</p>').encode(),
        f"{kind}-attributes-many": lambda: body(_spread(' a{n}="1"', 50_000)).encode(),
        f"{kind}-namespaces": lambda: body(_spread(' xmlns:n{n}="u{n}"', 20_000)).encode(),
        f"{kind}-names-many": lambda: body("".join(f"<n{n}/>" for n in range(100_000))).encode(),
        f"{kind}-text-huge": lambda: body("12 dead, " * (4 * MB // 9)).encode(),
        f"{kind}-wrong-encoding": b'<?xml version="1.0" encoding="utf-16"?>' + body(STORY).encode(),
        f"{kind}-unknown-encoding": b'<?xml version="1.0" encoding="klingon"?>' + body(STORY).encode(),
        f"{kind}-utf-7": b'<?xml version="1.0" encoding="utf-7"?>' + body("+ADw-b+AD4-").encode(),
        f"{kind}-bad-bytes": body(STORY).encode() + b"\xff\xfe\xc3(",
        f"{kind}-nul": body(f"{STORY}\0\0"),
        f"{kind}-controls": body(f"{STORY} &#1;&#27;[2J &#x202e;"),
        f"{kind}-unclosed": head + item,
        f"{kind}-crossed": head + item.replace("</", "<x></") + tail,
        f"{kind}-many-items": lambda: (head + item * 20_000 + tail).encode(),
    }  # fmt: skip


def _feeds() -> dict[str, object]:
    rss = '<rss version="2.0"><channel><title>Desk</title>'
    return {
        "entries-100,000": numbered(f"<item><title>{{n}}</title><description>{STORY}</description></item>", 100_000, rss),
        "entries-unclosed": times("<item><title>12", 20_000, rss),
        "markup-nested": lambda: f"{rss}<item><description>{'&lt;div&gt;' * 20_000}{STORY}</description></item>".encode(),
        "enclosures": times('<enclosure url="http://127.0.0.1:9/a" length="1"/>', 20_000, f"{rss}<item>"),
        "dates-odd": times("<item><pubDate>99 Foo 99999 99:99:99 +9999</pubDate><description>12 dead</description></item>", 400, rss),
        "date-endless": lambda: f"{rss}<item><pubDate>{'1 ' * 200_000}</pubDate><description>{STORY}</description>".encode(),
        "guid-escape": f"{rss}<item><guid>\x1b[2J</guid><title>\x1b]0;x\x07</title><description>{STORY}</description></item>",
        "content-script": f"{rss}<item><description>&lt;script&gt;alert(1)&lt;/script&gt;{STORY}</description></item>",
        "base-remote": f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://127.0.0.1:9/"><entry><content src="http://127.0.0.1:9/"/><summary>{STORY}</summary></entry></feed>',
        "address-alone": "http://127.0.0.1:9/feed.xml",
        "georss-long": lambda: f"{rss}<item><georss:polygon>{'1 2 ' * 200_000}</georss:polygon><description>{STORY}</description>".encode(),
        "ampersands": times("&", MB, rss),
        "bare-doctype": times("<!DOCTYPE rss ", 50_000, "", rss),
    }  # fmt: skip


_RSS = ('<rss version="2.0"><channel><title>Desk</title>', "<item><title>Fire</title><description>{x}</description></item>", "</channel></rss>")  # fmt: skip
_ATOM = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>', "<entry><title>Fire</title><content type='text'>{x}</content></entry>", "</feed>")  # fmt: skip
_NITF = ("<nitf><head><title>Fire</title></head><body><body.content>", "<p>{x}</p>", "</body.content></body></nitf>")
_NEWSML = ('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a"><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>', "<p>{x}</p>", "</body></html></inlineXML></contentSet></newsItem>")  # fmt: skip

CASES: tuple[Case, ...] = flat(
    (
        cases("page", ".html", _pages()),
        cases("feed", ".rss", _feeds()),
        cases("xml", ".rss", _xml("rss", *_RSS)),
        cases("xml", ".atom", _xml("atom", *_ATOM)),
        cases("xml", ".nitf", _xml("nitf", *_NITF)),
        cases("xml", ".newsml", _xml("newsml", *_NEWSML)),
        cases("xml", ".xml", {"secret-told": f"<r>{SECRET[:6]}</r>", "unknown-root": f"<r>{STORY}</r>"}),
    )
)
