"""The public names: what they are, that they stay what they are, and that importing them is cheap."""

import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

import reconcile
from reconcile import pipeline
from reconcile.facts import Alignment, Claim, Fact, Report, Sentence, Source
from reconcile.rulebook import Rulebook

BOOK = Rulebook.of([])


def claim(name: str, source: Source, same_as: str | None = None) -> Claim:
    return Claim(name, source.id, "count", 0, 1, "3", Sentence(0, 1, "3"), None, equivalent_of=same_as)


def two_claims(source: Source, _: Rulebook) -> tuple[Claim, ...]:
    return claim("c1", source), claim("c2", source, "c1")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The steps of the pipeline as small fakes: two claims a source, one origin a publisher, one fact for all."""
    monkeypatch.setattr(import_module("reconcile.extract"), "extract", two_claims)
    monkeypatch.setattr(
        import_module("reconcile.align"),
        "origins",
        lambda sources: {s.id: f"o-{s.publisher}" for s in sources},
        raising=False,
    )
    monkeypatch.setattr(
        import_module("reconcile.align"), "align", lambda *_: Alignment(groups=(), capped=("too many",)), raising=False
    )

    def judge(_: Alignment, claims: tuple[Claim, ...], sources: tuple[Source, ...], __: Rulebook) -> object:
        origins = len({source.origin for source in sources})
        return (Fact("f1", "", "count", tuple(c.id for c in claims), "agree", origins, ""),), (), {}

    monkeypatch.setattr(import_module("reconcile.judge"), "judge", judge)


def test_the_public_names_are_these() -> None:
    assert {"read", "gather", "extract", "compare", "to_dict", "load_rules", "Source"} <= set(reconcile.__all__)
    assert all(getattr(reconcile, name) is not None for name in reconcile.__all__)
    assert set(dir(reconcile)) == set(reconcile.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = reconcile.nothing


def test_read_and_extract_stay_functions_when_the_packages_of_their_names_are_imported() -> None:
    code = (
        "import reconcile, reconcile.read, reconcile.extract.tokens\n"
        "from reconcile.read import gather\n"
        "assert callable(reconcile.read) and callable(reconcile.extract), reconcile.read\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, reconcile; print(sorted(m for m in sys.modules if m.startswith('reconcile')))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "['reconcile']"


@pytest.mark.usefixtures("steps")
def test_compare_numbers_claims_over_the_report_and_keeps_what_points_at_them() -> None:
    a, b = Source.from_text("3", id="a", publisher="p"), Source.from_text("3", id="b", publisher="p")
    report = pipeline.compare((a, b), BOOK)
    assert [(c.id, c.source, c.equivalent_of) for c in report.claims] == [
        ("c1", "a", None),
        ("c2", "a", "c1"),
        ("c3", "b", None),
        ("c4", "b", "c3"),
    ]
    assert [s.origin for s in report.sources] == ["o-p", "o-p"]
    assert report.facts[0].origins == 1
    assert report.rules == BOOK.digest
    assert report.problems[0].message == "too many"


@pytest.mark.usefixtures("steps")
def test_sources_that_share_an_id_are_told_apart() -> None:
    sources = [Source.from_text("3", id=name) for name in ("a", "a", "a-2", "a", "b")]
    report = pipeline.extract_all(sources, BOOK)
    assert [s.id for s in report.sources] == ["a", "a-3", "a-2", "a-4", "b"]
    assert [c.source for c in report.claims[::2]] == [s.id for s in report.sources]


@pytest.mark.usefixtures("steps")
def test_a_caller_may_watch() -> None:
    seen: list[str] = []

    def watch(sources: object) -> object:
        for source in sources:  # type: ignore[attr-defined]
            seen.append(source.id)
            yield source

    pipeline.extract_all([Source.from_text("3", id="a"), Source.from_text("3", id="b")], BOOK, watch)  # type: ignore[arg-type]
    assert seen == ["a", "b"]


@pytest.mark.usefixtures("steps")
def test_the_rulebook_given_is_the_one_used(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = replace(BOOK, digest="sha256:shipped")
    monkeypatch.setattr(import_module("reconcile.rulebook"), "shipped_rules", lambda: shipped)
    source = Source.from_text("3", id="a")
    assert reconcile.compare([source]).rules == "sha256:shipped"
    assert reconcile.compare(iter([source]), rulebook=BOOK).rules == BOOK.digest
    assert len(reconcile.extract(source, rulebook=BOOK)) == 2


def test_load_rules_takes_paths_as_text(tmp_path: Path) -> None:
    with pytest.raises(reconcile.RuleFault, match="not a folder"):
        reconcile.load_rules(str(tmp_path / "nowhere"))


def test_to_dict_takes_a_report() -> None:
    assert reconcile.to_dict(Report("sha256:x", (), ()))["tool"]["rules"] == "sha256:x"
