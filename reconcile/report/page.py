"""The report as one HTML page that needs nothing else: no network, its style and script inside and pinned by hash."""

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from reconcile import __version__
from reconcile.facts import Claim, Report, Source
from reconcile.report.chart import chart
from reconcile.report.digest import Digest, Row, digest
from reconcile.report.inert import plain
from reconcile.report.options import RenderOptions
from reconcile.report.sides import sides
from reconcile.report.words import STATUSES, VERDICTS, day_time, plural, quote, reading

_WEB = Path(__file__).with_name("web")
_ASSETS = {"style": ("style.css", "check.css"), "script": ("script.js", "check.js")}
WIDE = 8
QUOTE_ROOM = 700


def render(report: Report, _options: RenderOptions | None = None) -> str:
    """The page; everything that came from outside is escaped by the template."""
    view = digest(report)
    template, assets = _template()
    sources = sorted(report.sources, key=lambda source: source.role != "draft")
    kinship, claims = view.kinship, Counter(claim.source for claim in report.claims)
    shown = [_source(source, view, kinship.get(source.id, ""), claims[source.id]) for source in sources]
    told = {source for row in view.rows for source in row.cells}
    check = sides(view)
    return template.render(
        **assets,
        version=__version__,
        rules=report.rules,
        headline=_headline(view, check),
        summary=view.summary,
        sources=shown,
        columns=[source for source in shown if source["id"] in told],
        verdicts=_tally(Counter(row.fact.verdict for row in view.rows), VERDICTS),
        statuses=_tally(Counter(each.finding.status for each in view.findings), STATUSES),
        rows=[_fact(row, view) for row in view.rows],
        check=check,
        cards=[_card(each, view) for each in check["cards"]] if check else [],
        claims=[{**_quote(claim, view), "reading": reading(claim), "kind": claim.kind} for claim in view.bare],
        problems=report.problems,
        wide=len(told) > WIDE,
    )


def _headline(view: Digest, check: Mapping[str, Any] | None) -> str:
    among = plural(sum(source.role == "source" for source in view.report.sources), "source")
    if check:
        wanting = sum(card["open"] for card in check["cards"])
        borne_out = "Every figure of the draft is borne out" if check["cards"] else "No figure in the draft"
        return f"{plural(wanting, 'figure')} of the draft to look at" if wanting else borne_out
    if view.bare:
        return f"{plural(len(view.bare), 'claim')} in {among}"
    count = len(view.section("discrepancies"))
    named = "1 discrepancy" if count == 1 else f"{count} discrepancies" if count else "No discrepancy"
    return f"{named} among {among}"


def _tally(counts: Mapping[Any, int], words: Mapping[Any, Any]) -> list[dict[str, Any]]:
    return [{"id": name, "count": counts[name], "word": word} for name, word in words.items() if counts.get(name)]


def _source(source: Source, view: Digest, kinship: str, claims: int) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": view.names[source.id],
        "title": source.title,
        "published": day_time(source.published),
        "path": source.path or source.url or "",
        "link": source.url if (source.url or "").startswith(("https://", "http://")) else None,
        "draft": source.role == "draft",
        "kinship": kinship,
        "notes": source.notes,
        "claims": claims,
    }


def _fact(row: Row, view: Digest) -> dict[str, Any]:
    fact = row.fact
    return {
        "fact": fact,
        "word": VERDICTS[fact.verdict],
        "origins": plural(fact.origins, "origin"),
        "cells": row.cells,
        "quotes": [_quote(claim, view) for claims in row.cells.values() for claim in claims],
        "decided": row.decided,
        "relations": [_relation(relation, view) for relation in row.relations],
        "chart": chart(row.steps),
    }


def _card(card: dict[str, Any], view: Digest) -> dict[str, Any]:
    """A card with its claims ready to be quoted."""
    quoted = {"claim": _quote(card["claim"], view), "evidence": [_quote(claim, view) for claim in card["evidence"]]}
    return {**card, **quoted}


def _quote(claim: Claim, view: Digest) -> dict[str, Any]:
    source = view.sources[claim.source]
    told = [claim.standing if claim.standing != "asserted" else "", claim.scope if claim.scope != "total" else ""]
    as_of, published = day_time(claim.as_of), day_time(source.published)
    told += [
        f"as of {as_of}" if as_of and as_of != published else "",
        f"said by {claim.speaker}" if claim.speaker else "",
    ]
    return {
        "id": claim.id,
        "source": view.names[claim.source],
        "published": published,
        "quote": quote(claim, QUOTE_ROOM),
        "told": [each for each in told if each],
        "place": view.place(claim),
    }


def _relation(relation: Any, view: Digest) -> dict[str, Any]:
    return {
        "relation": relation,
        "name": relation.type.replace("_", " "),
        "parts": [view.labels.get(part, part) for part in relation.parts],
        "source": view.names.get(relation.source) if relation.source else None,
    }


@cache
def _template() -> tuple[Template, dict[str, str]]:
    """The compiled page and the style and script that it carries, with the hashes that its policy names."""
    environment = Environment(
        loader=FileSystemLoader(_WEB),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        lstrip_blocks=True,
        finalize=lambda value: plain(value) if type(value) is str else value,
    )
    assets: dict[str, str] = {}
    for kind, names in _ASSETS.items():
        content = "".join((_WEB / name).read_text(encoding="utf-8") for name in names)
        pin = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assets |= {kind: content, f"{kind}_hash": f"sha256-{pin}"}
    return environment.get_template("page.html"), assets
