"""The command line: what goes where, which exit status, and that nobody ever sees a traceback.

The steps behind it are replaced by small fakes; test_end_to_end.py runs the real ones.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reconcile import console, pipeline
from reconcile.cli import app
from reconcile.console import desk
from reconcile.facts import Claim, Fact, Problem, Quantity, Report, Ruling, Sentence, Source
from reconcile.facts.report import Verdict
from reconcile.report import FORMATS, GENERAL
from reconcile.rulebook import Rule, Rulebook
from reconcile.rulebook.examples import ExampleFailure

RULE = Rule("hedges.some", "en/hedges", "A round figure.", "rules/en/hedges.toml", 12, {"low": "-10%"})
BOOK = Rulebook.of([RULE])

NO_FIGURE = Quantity(None, None, None, "", "exact", Decimal(1))


class Program:
    """The program in a folder of its own; `verdict` is what its fake comparison finds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.verdict: Verdict = "agree"
        self.problems: tuple[Problem, ...] = ()
        self.rulings: Sequence[Ruling] = ()

    def __call__(self, *arguments: str, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(app, arguments, input=stdin)

    def file(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def extract_all(
        self, sources: tuple[Source, ...], rulebook: Rulebook, track: Callable[..., Iterable[Source]] = iter
    ) -> Report:
        claims = tuple(
            Claim(f"c{n}", s.id, "count", 0, 1, s.text[:1], Sentence(0, 1, s.text[:1]), NO_FIGURE)
            for n, s in enumerate(track(sources), 1)
        )
        return Report(rulebook.digest, sources, claims)

    def extract_each(self, sources: Iterable[Source], rulebook: Rulebook) -> Iterator[Report]:
        for number, source in enumerate(sources, 1):
            report = self.extract_all((source,), rulebook)
            yield replace(report, claims=tuple(replace(claim, id=f"c{number}") for claim in report.claims))

    def compare(
        self,
        sources: tuple[Source, ...],
        rulebook: Rulebook,
        track: Callable[..., Iterable[Source]],
        rulings: Sequence[Ruling] = (),
    ) -> Report:
        self.rulings = rulings
        read = self.extract_all(sources, rulebook, track)
        names = tuple(claim.id for claim in read.claims)
        fact = Fact("f1", "things", "count", names, self.verdict, 1, "as it is")
        return Report(read.rules, sources, read.claims, (fact,) if names else (), problems=self.problems)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    program = Program(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(desk, "_rulebook", lambda folders: BOOK)
    monkeypatch.setattr(pipeline, "compare", program.compare)
    monkeypatch.setattr(pipeline, "extract_all", program.extract_all)
    monkeypatch.setattr(pipeline, "extract_each", program.extract_each)
    program.file("a.txt", "3 dead.")
    program.file("b.txt", "4 dead.")
    return program


@pytest.mark.parametrize("command", ["compare", "extract"])
def test_json_on_standard_output_is_one_object_and_nothing_else(program: Program, command: str) -> None:
    done = program(command, "a.txt", "b.txt", "--format", "json")
    assert done.exit_code == 0
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert [(s["id"], s["path"]) for s in report["sources"]] == [("s1", "a.txt"), ("s2", "b.txt")]
    assert [c["id"] for c in report["claims"]] == ["c1", "c2"]


def test_jsonl_is_one_claim_a_line(program: Program) -> None:
    done = program("extract", "a.txt", "b.txt", "--format", "jsonl")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["c1", "c2"]


def test_the_version() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert (done.exit_code, done.stdout) == (0, "reconcile 0.1.0\n")


def test_the_help_names_every_format_level_and_command(program: Program) -> None:
    text = program("compare", "--help").stdout.replace("\n", "").replace(" ", "")
    assert f"{','.join(GENERAL)}[default:table]" in text
    assert ",".join(FORMATS) in program("check", "--help").stdout.replace("\n", "").replace(" ", "")
    assert "discrepancy,undecided,single-source" in text
    assert all(name in program("--help").stdout for name in ("compare", "extract", "explain", "rules"))


@pytest.mark.parametrize(
    ("verdict", "level", "status"),
    [
        ("discrepancy", None, 0),
        ("discrepancy", "discrepancy", 1),
        ("undecided", "discrepancy", 0),
        ("undecided", "undecided", 1),
        ("agree", "compatible", 0),
        ("agree", "claim", 1),
        ("discrepancy", "never", 0),
    ],
)
def test_findings_fail_only_when_asked(program: Program, verdict: Verdict, level: str | None, status: int) -> None:
    program.verdict = verdict
    done = program("compare", "a.txt", "b.txt", *(["--fail-on", level] if level else []))
    assert done.exit_code == status


def test_extract_fails_on_claims_when_asked(program: Program) -> None:
    assert program("extract", "a.txt", "--fail-on", "discrepancy").exit_code == 0
    assert program("extract", "a.txt", "--fail-on", "claim").exit_code == 1


def test_what_cannot_be_read_is_named_and_the_rest_reported(program: Program) -> None:
    program.file("front.md", "---\ntitle: a\nnonsense\n---\n5 dead.")
    done = program("compare", "a.txt", "nowhere.txt", "front.md", "--format", "json", "--fail-on", "claim")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[:4] == [
        "nowhere.txt: no such file or folder",
        "  check the path",
        "front.md:3: front matter: not `key: value`: nonsense",
        "  write `key: value` lines between two `---` lines",
    ]
    report = json.loads(done.stdout)
    assert [s["path"] for s in report["sources"]] == ["a.txt", "front.md"]
    assert [(p["where"], p["line"]) for p in report["problems"]] == [("nowhere.txt", None), ("front.md", 3)]


def test_nothing_readable_still_gives_an_object(program: Program) -> None:
    done = program("compare", "nowhere.txt", "--format", "json")
    assert done.exit_code == 2
    assert json.loads(done.stdout)["sources"] == []


def test_what_the_pipeline_left_out_is_told_but_fails_nothing(program: Program) -> None:
    program.problems = (Problem("alignment", None, "left out 3 pairs", "give fewer"),)
    done = program("compare", "a.txt", "b.txt")
    assert (done.exit_code, done.stderr) == (0, "alignment: left out 3 pairs\n  give fewer\n")
    assert program("compare", "a.txt", "b.txt", "--quiet").stderr == ""


def test_one_source_is_noted_unless_quiet(program: Program) -> None:
    assert program("compare", "a.txt").stderr.startswith("note: one source only")
    assert program("compare", "a.txt", "-q").stderr == ""
    assert program("compare", "a.txt", "-q").exit_code == 0


def test_standard_input(program: Program) -> None:
    done = program("extract", "-", "--format", "json", stdin="3 dead.")
    assert json.loads(done.stdout)["sources"][0]["path"] == "-"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["compare"], "Missing argument"),
        (["compare", "a.txt", "--format", "yaml"], "'yaml' is none of table, json"),
        (["compare", "a.txt", "--fail-on", "agree"], "'agree' is none of never, discrepancy"),
        (["compare", "a.txt", "--frmat", "json"], "No such option"),
        (["compar", "a.txt"], "No such command"),
        (["explain", "a.txt"], "say what to explain"),
        (["explain", "a.txt", "--claim", "c9"], "no claim 'c9': the report has c1 to c1"),
        (["explain", "a.txt", "--fact", "f9"], "no fact 'f9'"),
        (["rules", "show", "hedges.sone"], 'Did you mean "hedges.some"'),
        (["compare", "a.txt", "--config", "no.toml"], "no.toml: cannot read the configuration"),
        (["compare", "a.txt", "-o", "no/where.md"], "no/where.md: cannot write: there is no such folder"),
        (["compare", "a.txt", "b.txt", "-o", "./b.txt"], "b.txt: is one of the sources"),
    ],
)
def test_bad_usage_is_told_and_exits_2(program: Program, arguments: list[str], says: str) -> None:
    done = program(*arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert (program.folder / "b.txt").read_text() == "4 dead."


def test_faulty_rules_are_told_with_file_and_line(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.undo()
    (tmp_path / "ours" / "en").mkdir(parents=True)
    path = tmp_path / "ours" / "en" / "hedges.toml"
    path.write_text('\n[[rule]]\nid = "other.name"\n')
    done = program("rules", "list", "--rules", str(tmp_path / "ours"))
    assert done.exit_code == 2
    assert f"{path}:" in done.stderr
    assert done.stdout == ""


def test_a_rule_that_lacks_what_its_family_needs_is_told_with_file_and_line(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.undo()
    (tmp_path / "ours" / "en").mkdir(parents=True)
    path = tmp_path / "ours" / "en" / "hedges.toml"
    path.write_text('\n[[rule]]\nid = "hedges.ours"\nwhy = "Says not which hedge."\nbefore = ["nigh on"]\n')
    for command in (("rules", "test"), ("extract", str(program.folder / "a.txt"))):
        done = program(*command, "--rules", str(tmp_path / "ours"))
        assert done.exit_code == 2
        assert f'{path}:2: "hedges.ours" has no "' in done.stderr
        assert "internal error" not in done.stderr


def test_settings_of_the_folder_are_heeded_and_options_are_stronger(program: Program) -> None:
    program.file(".reconcile.toml", 'format = "json"\nfail_on = "claim"\n')
    done = program("extract", "a.txt")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["claims"]
    assert program("extract", "a.txt", "--fail-on", "never", "--format", "csv").exit_code == 0
    program.file("other.toml", "fromat = 1\n")
    assert "other.toml:1: unknown key `fromat`" in program("extract", "a.txt", "--config", "other.toml").stderr


def test_rules_of_settings_lie_under_those_of_options(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[Path, ...]] = []
    monkeypatch.setattr(desk, "_rulebook", lambda folders: given.append(folders) or BOOK)
    program.file(".reconcile.toml", 'rules = "ours"\n')
    program("extract", "a.txt", "--rules", "one", "--rules", "two")
    assert given == [(program.folder / "ours", Path("one"), Path("two"))]


def test_a_report_goes_into_a_file(program: Program) -> None:
    done = program("compare", "a.txt", "b.txt", "-f", "json", "-o", "report.json")
    assert (done.exit_code, done.stdout) == (0, "")
    assert json.loads((program.folder / "report.json").read_text())["facts"]
    assert program("compare", "a.txt", "b.txt", "-f", "json", "-o", "-").stdout.startswith("{")


def test_explain_gives_a_claim_and_a_fact(program: Program) -> None:
    done = program("explain", "a.txt", "b.txt", "--claim", "c2", "--fact", "f1")
    assert done.exit_code == 0
    assert done.stdout.startswith('c2  "4"  b.txt:1')
    assert "f1  things  agree" in done.stdout
    assert program("explain", "a.txt", "nowhere", "--claim", "c1").exit_code == 2


def test_rules_list_and_show(program: Program) -> None:
    assert program("rules", "list").stdout == "hedges.some  rules/en/hedges.toml:12 (shipped)\n"
    assert program("rules", "list", "units").stdout == ""
    assert 'low = "-10%"' in program("rules", "show", "hedges.some").stdout


@pytest.mark.parametrize("fails", [0, 1])
def test_rules_test(program: Program, monkeypatch: pytest.MonkeyPatch, fails: int) -> None:
    failures = (ExampleFailure("hedges.some", "h.toml", 12, "some 40", "no claim was read"),) * fails
    monkeypatch.setattr(import_module("reconcile.rulebook.examples"), "run_examples", lambda book, extract: failures)
    done = program("rules", "test")
    assert done.exit_code == fails
    assert done.stdout == "h.toml:12: hedges.some: no claim was read\n  in: some 40\n" * fails
    assert done.stderr == f"0 examples of 1 rules, {fails} failed\n"


def test_a_defect_is_one_clear_message(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def defect(*_: object) -> Report:
        raise KeyError("\x1b[31mc9")

    monkeypatch.setattr(pipeline, "compare", defect)
    done = program("compare", "a.txt", "b.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("internal error: KeyError: ")
    assert "please report it" in done.stderr
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr
    monkeypatch.setenv("RECONCILE_DEBUG", "1")
    assert isinstance(program("compare", "a.txt", "b.txt").exception, KeyError)


def test_an_interrupt_ends_quietly(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "compare", interrupt)
    done = program("compare", "a.txt", "b.txt")
    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "")


def test_messages_cannot_steer_the_terminal(program: Program) -> None:
    assert "\x1b" not in program("extract", "\x1b[31mred.txt").stderr


def test_colour_is_for_terminals_alone(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "_colorful", lambda: True)
    given: list[bool] = []
    monkeypatch.setattr(
        type(FORMATS["table"]), "render", lambda self, report, options: given.append(options.color) or ""
    )
    for arguments in ([], ["--no-color"], ["-o", "out.txt"]):
        program("compare", "a.txt", "b.txt", *arguments)
    program.file(".reconcile.toml", "color = false\n")
    program("compare", "a.txt", "b.txt")
    assert given == [True, False, False, False]


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_the_terminal_can_refuse_colour(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert desk._colorful()
    monkeypatch.setenv(name, value)
    assert not desk._colorful()


@pytest.mark.parametrize("case", ["30 on a terminal", "3 on a terminal", "30 into a file", "30 on a terminal, quiet"])
def test_progress_is_shown_on_a_terminal_for_many_alone(
    program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: "terminal" in case)
    drafts = range(int(case.split(maxsplit=1)[0]))
    assert list(console.tracked(drafts, console.Desk.opened(None, None, quiet="quiet" in case), "drafts")) == [*drafts]
    told = capsys.readouterr().err
    assert ("30 of 30" in told) == (told != "") == (case == "30 on a terminal")


def test_a_document_in_a_folder_that_is_not_read_is_a_note_and_no_failure(program: Program) -> None:
    Path("wire").mkdir()
    Path("wire/a.txt").write_text("1 one")
    Path("wire/b.xlsx").write_text("x")
    done = program("compare", "wire")
    assert (done.exit_code, "note: passed over, as their formats are not read: wire/b.xlsx" in done.stderr) == (0, True)
    assert "passed over" not in program("compare", "wire", "--quiet").stderr


def test_a_decision_is_recorded_told_to_the_comparison_and_undone(program: Program) -> None:
    said = ("--same", "c1", "c2", "--why", "asked the fire service", "--by", "Jo Doe", "--decisions", "d.toml")
    done = program("decide", "a.txt", "b.txt", *said)
    assert done.exit_code == 0
    assert "1. the same fact, says Jo Doe" in done.stdout
    assert done.stderr == "d.toml: decision 1 recorded\n"
    assert program("compare", "a.txt", "b.txt", "--decisions", "d.toml").exit_code == 0
    (ruling,) = program.rulings
    assert [quote.figure for quote in ruling.claims] == [Path(name).read_text()[0] for name in ("a.txt", "b.txt")]
    program.file(".reconcile.toml", 'decisions = "d.toml"\n')
    done = program("decide", "--undo", "1")
    assert done.stdout == ""
    assert "d.toml: decision 1 taken out: " in done.stderr
    program("compare", "a.txt", "b.txt")
    assert program.rulings == ()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--same", "c1", "c2", "--why", "w"), "--decisions FILE"),
        (("--same", "c1", "c2", "--decisions", "d.toml"), "say why"),
        (("--same", "c1", "c2", "--not-same", "c1", "c2", "--decisions", "d.toml"), "one at a time"),
        (("--same", "c1", "c9", "--why", "w", "--decisions", "d.toml"), "no claim 'c9'"),
        (("--same", "c1", "c1", "--why", "w", "--decisions", "d.toml"), "about two claims"),
        (("--undo", "3", "--decisions", "d.toml"), "no decision 3"),
        (("--decisions", "broken.toml"), "broken.toml:1: not TOML"),
    ],
)
def test_a_decision_that_cannot_be_taken(program: Program, arguments: tuple[str, ...], says: str) -> None:
    program.file("broken.toml", "[[[\n")
    done = program("decide", "a.txt", "b.txt", *arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert not Path("d.toml").exists()


@pytest.mark.parametrize(
    ("name", "more", "opens"),
    [
        ("r.json", (), "{"),
        ("r.HTML", (), "<!doctype html>"),
        ("r.html", ("--format", "json"), "{"),
        ("r.txt", (), "Sources"),
        ("r.report", (), "Sources"),
    ],
)
def test_the_ending_of_the_output_tells_the_format(
    program: Program, name: str, more: tuple[str, ...], opens: str
) -> None:
    program("compare", "a.txt", "b.txt", "-o", name, *more)
    assert Path(name).read_text(encoding="utf-8").lower().startswith(opens.lower())


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("reconcile ex", ["extract", "explain"]),
        ("reconcile extract --format j", ["json", "jsonl"]),
        ("reconcile check --format s", ["sarif"]),
        ("reconcile check --fail-on un", ["unsupported", "undecided"]),
        ("reconcile compare --fail-on d", ["discrepancy"]),
    ],
)
def test_the_shell_completes_commands_formats_and_levels(typed: str, offered: list[str]) -> None:
    asked = {"_RECONCILE_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    assert CliRunner().invoke(app, [], prog_name="reconcile", env=asked).stdout.split() == offered
