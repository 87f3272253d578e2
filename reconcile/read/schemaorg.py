"""schema.org's description of an article (JSON-LD): of a file of its own, or as web pages carry it.

Publishers write it in many shapes: one object, a list, an `@graph` whose parts refer to one another by `@id`. Only what
is stated is taken; nothing that an address in it points to is fetched.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reconcile.read.dateline import iso_date
from reconcile.read.meta import Meta, distinct, first, short

_KINDS = (
    "article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle"
    " reviewnewsarticle askpublicnewsarticle advertisercontentarticle satiricalarticle liveblogposting blogposting"
    " socialmediaposting report techarticle scholarlyarticle pressrelease statement"
)
_ARTICLES = frozenset(_KINDS.split())
_MOST_NODES = 20_000

Node = Mapping[str, Any]
Index = Mapping[str, Node]


def nodes_of(value: Any) -> tuple[Node, ...]:
    """Every object in a JSON value, the outer before the inner; of a value with too many, the first ones."""
    found: list[Node] = []
    waiting = [value]
    while waiting and len(found) < _MOST_NODES:
        item = waiting.pop()
        if isinstance(item, dict):
            found.append(item)
            waiting += reversed(list(item.values()))
        elif isinstance(item, list):
            waiting += reversed(item)
    return tuple(found)


def articles_in(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The objects that describe an article; the posts of a live blog belong to it and are none of their own."""
    posts = {id(post) for node in nodes for post in _listed(node.get("liveBlogUpdate"))}
    return tuple(node for node in nodes if _types(node) & _ARTICLES and id(node) not in posts and _is_described(node))


def index_of(nodes: tuple[Node, ...]) -> Index:
    """The objects by their `@id`, of each the one that says most."""
    named: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(named.get(name, ())):
            named[name] = node
    return named


def meta_of(article: Node, index: Index) -> Meta:
    """What a description says of its article."""
    page = _followed(article.get("mainEntityOfPage"), index)
    notes = (_worded(item, "text") for item in _listed(article.get("correction")))
    return Meta(
        title=first((_text(article, "headline"), _text(article, "name"))),
        publisher=first(_name(article.get(key), index) for key in ("publisher", "sourceOrganization", "provider")),
        byline=", ".join(distinct(_name(one, index) for one in _listed(article.get("author")))) or None,
        published=_date(article, "datePublished") or _date(article, "dateCreated"),
        modified=_date(article, "dateModified"),
        version=_text(article, "version"),
        guid=first((_text(article, "identifier"), _text(article, "@id"))),
        language=_language(article.get("inLanguage")),
        url=first(
            (_text(article, "url"), _text(page, "@id"), _text(page, "url"), short(article.get("mainEntityOfPage")))
        ),
        credit=distinct((_text(article, "creditText"),)),
        notes=distinct(notes),
    )


def body_of(article: Node) -> str:
    """The text that a description carries, empty where it has none; a live blog's is that of its posts."""
    own = _body(article)
    posts = ("\n\n".join(filter(None, (_text(post, "headline"), _body(post)))) for post in _posts(article))
    return "\n\n".join(filter(None, (own, *posts)))


def _posts(article: Node) -> Iterator[Node]:
    yield from (post for post in _listed(article.get("liveBlogUpdate")) if isinstance(post, dict))


def _body(article: Node) -> str:
    stated = article.get("articleBody") or article.get("text")
    return stated.strip() if isinstance(stated, str) else ""


def _is_described(node: Node) -> bool:
    return any(node.get(key) for key in ("headline", "name", "articleBody", "datePublished"))


def _types(node: Node) -> set[str]:
    types = (kind for kind in _listed(node.get("@type")) if isinstance(kind, str))
    return {kind.rpartition("/")[2].rpartition(":")[2].lower() for kind in types}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _followed(value: Any, index: Index) -> Node:
    """An object, or the one that a reference means."""
    node = value if isinstance(value, dict) else {}
    return index.get(str(node.get("@id")), node) if set(node) <= {"@id", "@type"} else node


def _name(value: Any, index: Index) -> str | None:
    if isinstance(value, str):
        return None if value.startswith(("http://", "https://")) else short(value)
    if isinstance(value, list):
        return first(_name(item, index) for item in value if not isinstance(item, list))
    return _text(_followed(value, index), "name")


def _text(node: Node, key: str) -> str | None:
    value = node.get(key)
    if isinstance(value, dict):
        value = value.get("value") or value.get("@value")
    if isinstance(value, list):
        value = next(iter(value), None)
    return short(value)


def _worded(value: Any, key: str) -> str | None:
    return _text(value, key) if isinstance(value, dict) else short(value)


def _date(node: Node, key: str) -> str | None:
    written = _text(node, key)
    return iso_date(written) if written else None


def _language(value: Any) -> str | None:
    if isinstance(value, dict):
        return _text(value, "alternateName") or _text(value, "name")
    return short(next(iter(_listed(value)), None))
