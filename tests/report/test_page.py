import base64
import hashlib
import re
from dataclasses import replace

from reconcile.facts import Inconsistency, Report
from reconcile.report import FORMATS
from tests.report.drafts import WAIVER, checked


def page(report: Report) -> str:
    return FORMATS["html"].render(report)


def test_style_and_script_are_the_ones_that_the_policy_allows(report: Report) -> None:
    text = page(report)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        pin = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{pin}'" in policy[1]


def test_the_page_asks_for_nothing(report: Report) -> None:
    text = page(report)
    assert not re.search(r"""(src|srcset|action|poster|data)=["']|url\(|@import|fetch\(|<link|<iframe""", text)
    assert not re.search(r"\sstyle=", text), "the policy would refuse it"


def test_every_figure_leads_to_its_sentence(report: Report) -> None:
    text = page(report)
    leads = set(re.findall(r'href="#(q-[^"]+)"', text))
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert leads <= set(ids)
    assert len(leads) == sum(len(fact.claims) for fact in report.facts)


def test_the_figure_is_marked_in_the_sentence(report: Report) -> None:
    assert "The blaze left <mark>31</mark> people hurt, the coast guard said." in page(report)


def test_facts_can_be_filtered_by_each_verdict_that_occurs(report: Report) -> None:
    text = page(report)
    buttons = re.findall(r'<button type="button" class="[^"]*" data-verdict="([^"]+)"', text)
    assert buttons == ["discrepancy", "undecided", "updated", "compatible", "agree", "single-source"]
    assert [text.count(f'<tbody class="fact {each}"') for each in buttons] == [2, 1, 1, 2, 2, 10]


def test_a_running_figure_is_drawn(report: Report) -> None:
    text = page(report)
    assert text.count("<svg") == 1
    assert 'aria-label="At least four, 4 Mar, 06:40; seven, 4 Mar, 19:30; 9, 5 Mar, 08:00"' in text
    assert text.count('class="open"') == 1, "a bound is drawn as an open point"


def test_sources_tell_their_origin_and_only_web_addresses_are_links(report: Report) -> None:
    sources = (replace(report.sources[0], path=None, url="https://news.example/a"), *report.sources[1:])
    text = page(replace(report, sources=sources))
    assert 'href="https://news.example/a" rel="noopener noreferrer"' in text
    assert "same text as Nordic News Pool" in text


def test_the_headline_is_the_finding(report: Report, check: Report) -> None:
    assert "<h1>2 discrepancies among 5 sources</h1>" in page(report)
    assert "<h1>3 figures of the draft to look at</h1>" in page(check)
    supported = tuple(replace(each, status="supported") for each in check.draft)
    assert "<h1>Every figure of the draft is borne out</h1>" in page(replace(check, draft=supported))
    assert "<h1>No figure in the draft</h1>" in page(replace(check, draft=()))
    assert "<h1>No discrepancy among 5 sources</h1>" in page(replace(report, facts=(), claims=()))


def test_many_sources_scroll_in_a_frame_of_their_own(report: Report, large: Report) -> None:
    assert '<div class="sheet wide">' in page(large)
    assert '<div class="sheet">' in page(report)


def test_a_page_is_the_same_every_time(check: Report) -> None:
    assert page(check) == page(check)


def test_claims_alone_are_listed_with_their_readings(report: Report) -> None:
    text = page(replace(report, facts=(), relations=()))
    assert "<h1>40 claims in 5 sources</h1>" in text
    assert '<th scope="row">€35m<small>money</small></th><td>35,000,000 EUR</td>' in text


def test_a_check_shows_the_draft_with_every_figure_leading_to_its_card(check: Report) -> None:
    text = page(check)
    marks = re.findall(r'<a class="spot ([^"]+)" href="#(e-[^"]+)" id="(d-[^"]+)">([^<]+)<', text)
    assert [(status, card, figure) for status, card, _, figure in marks] == [
        ("supported", "e-c41", "nine"),
        ("contradicted", "e-c42", "13"),
        ("supported", "e-c43", "412"),
        ("contradicted", "e-c44", "22 miles"),
        ("supported", "e-c45", "5,000 euros"),
        ("unsupported", "e-c46", "250"),
    ]
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_a_card_leads_to_the_sentence_in_the_full_text_of_the_source(check: Report) -> None:
    text = page(check)
    card = text[text.index('id="e-c42"') : text.index('id="e-c43"')]
    assert re.findall(r'<a class="lead" href="#([^"]+)"', card) == ["d-c42", "t-c6", "t-c9"]
    assert re.search(r'The blaze left </span><mark data-sentence="\d+" id="t-c6" tabindex="-1">31</mark>', text)


def test_a_card_shows_the_mend_the_waiver_and_what_does_not_fit(check: Report) -> None:
    assert "<del>13</del>" in page(check)
    assert "<ins>31</ins>" in page(check)
    report = checked("It cost €8m.", "€8m", waiver=WAIVER)
    text = page(replace(report, inconsistencies=(Inconsistency("parts", ("c2",), "does not add up"),)))
    assert f'<p class="waiver">{WAIVER.told}</p>'.replace("'", "&#39;") in text
    assert "within the draft: does not add up" in text
    assert 'class="spot contradicted waived"' in text


def test_only_what_needs_a_look_is_walked_through(check: Report) -> None:
    found = dict(re.findall(r'id="e-(c\d+)" tabindex="-1" data-open="(\w+)"', page(check)))
    assert [name for name, wanted in found.items() if wanted == "yes"] == ["c42", "c44", "c46"]


def test_a_title_that_the_text_has_too_is_not_shown_twice(check: Report) -> None:
    def titled(title: str) -> str:
        *told, draft = check.sources
        return page(replace(check, sources=(*told, replace(draft, title=title))))

    assert '<h3 class="title">Ferry fire</h3>' in titled("Ferry fire")
    assert '<h3 class="title">' not in titled("The fire on the Solveig")


def test_a_comment_of_the_draft_is_set_apart_and_a_card_tells_the_desks_level() -> None:
    text = page(checked("It cost €8m. <!-- x -->", "€8m", level="warning"))
    assert '<span class="remark">&lt;!-- x --&gt;</span>' in text
    assert "contradicted, warning</span>" in text
