"""Loading and layering: what comes out, and every fault by its file and line."""

from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.facts import Problem
from reconcile.rulebook import Rulebook, RuleFault, load_rules, shipped_rules
from reconcile.rulebook.load import layered
from tests.rulebook.conftest import MakeFolder

METRE = """\
[[rule]]
id = "length.metre"
why = "The base unit of length."
unit = "m"
factor = "1"
words = ["metre", "meter"]
examples = [{ text = "It is 5 metres long.", value = 5 }]
silent = ["a metre maid"]
"""
MILE = """\
[[rule]]
id = "length.mile"
why = "1,609.344 metres."
unit = "mi"
factor = 1609.344
"""


def load(*folders: Path) -> Rulebook:
    return layered(*((f"layer {number}", folder) for number, folder in enumerate(folders)))


def problems(*folders: Path) -> tuple[Problem, ...]:
    with pytest.raises(RuleFault) as caught:
        load(*folders)
    return caught.value.problems


def test_a_rule_is_typed_and_knows_its_place(folder: MakeFolder) -> None:
    root = folder({"units/length.toml": "# Lengths.\n\n" + METRE + "\n" + MILE})
    metre, mile = load(root).rules
    assert (metre.id, metre.family, metre.why) == ("length.metre", "units/length", "The base unit of length.")
    assert (metre.file, metre.line, mile.line) == (str(root / "units/length.toml"), 3, 12)
    assert dict(metre.fields) == {"unit": "m", "factor": Decimal(1), "words": ("metre", "meter")}
    assert mile.fields["factor"] == Decimal("1609.344")
    assert [dict(example) for example in metre.examples] == [{"text": "It is 5 metres long.", "value": 5}]
    assert (metre.silent, metre.layer, metre.replaces) == (("a metre maid",), "layer 0", None)


def test_a_loaded_rule_cannot_be_changed(folder: MakeFolder) -> None:
    text = '[[rule]]\nid = "align.p"\nwhy = "Why."\ntable = { inner = { list = [[1], [2]] } }\n'
    rule = load(folder({"align.toml": text})).rule("align.p")
    assert rule.fields["table"]["inner"]["list"] == ((1,), (2,))
    for table in (rule.fields, rule.fields["table"], rule.fields["table"]["inner"]):
        with pytest.raises(TypeError):
            table["new"] = 1


def test_a_family_keeps_its_order_and_a_stranger_is_none(folder: MakeFolder) -> None:
    book = load(folder({"units/length.toml": MILE + METRE, "align.toml": '[[rule]]\nid = "align.p"\nwhy = "W."\n'}))
    assert [rule.id for rule in book.family("units/length")] == ["length.mile", "length.metre"]
    assert book.family("en/hedges") == ()
    with pytest.raises(KeyError):
        book.rule("length.inch")


def test_windows_line_ends_and_a_byte_order_mark_are_read(folder: MakeFolder) -> None:
    book = load(folder({"units/length.toml": "\ufeff" + (METRE + MILE).replace("\n", "\r\n")}))
    assert [rule.line for rule in book.rules] == [1, 9]


def test_another_language_has_the_same_families(folder: MakeFolder) -> None:
    book = load(folder({"de/hedges.toml": '[[rule]]\nid = "hedges.fast"\nwhy = "Almost."\nbefore = ["fast"]\n'}))
    assert [rule.id for rule in book.family("de/hedges")] == ["hedges.fast"]


def test_hidden_and_other_files_are_left_alone(folder: MakeFolder) -> None:
    book = load(folder({".git/x.toml": "nonsense", "notes.md": "nonsense", "units/length.toml": METRE}))
    assert len(book.rules) == 1


class TestLayers:
    def test_the_same_id_replaces_in_place(self, folder: MakeFolder) -> None:
        below = folder({"units/length.toml": METRE + MILE})
        above = folder({"units/length.toml": METRE.replace('unit = "m"', 'unit = "metre"')})
        book = load(below, above)
        metre = book.rule("length.metre")
        assert [rule.id for rule in book.rules] == ["length.metre", "length.mile"]
        assert (metre.fields["unit"], metre.layer) == ("metre", "layer 1")
        assert metre.replaces == f"{below / 'units/length.toml'}:1"

    def test_a_new_id_adds_at_the_end_of_its_family(self, folder: MakeFolder) -> None:
        book = load(folder({"units/length.toml": MILE}), folder({"units/length.toml": METRE}))
        assert [rule.id for rule in book.rules] == ["length.mile", "length.metre"]

    def test_an_id_and_enabled_false_silence(self, folder: MakeFolder) -> None:
        off = folder({"units/length.toml": '[[rule]]\nid = "length.mile"\nenabled = false\n'})
        book = load(folder({"units/length.toml": METRE + MILE}), off)
        assert [rule.id for rule in book.rules] == ["length.metre"]

    def test_a_silenced_rule_can_be_given_again_above(self, folder: MakeFolder) -> None:
        off = folder({"units/length.toml": '[[rule]]\nid = "length.mile"\nenabled = false\n'})
        mile = folder({"units/length.toml": MILE})
        assert [rule.id for rule in load(mile, off, mile).rules] == ["length.mile"]

    def test_silencing_what_is_not_there_is_a_fault(self, folder: MakeFolder) -> None:
        off = folder({"units/length.toml": '[[rule]]\nid = "length.miles"\nenabled = false\n'})
        (problem,) = problems(folder({"units/length.toml": MILE}), off)
        assert problem.where == str(off / "units/length.toml")
        assert problem.line == 2
        assert problem.hint == 'Did you mean "length.mile"?'

    def test_an_id_stays_in_its_family(self, folder: MakeFolder) -> None:
        text = '[[rule]]\nid = "hedges.near"\nwhy = "Near."\n'
        (problem,) = problems(folder({"en/hedges.toml": text}), folder({"de/hedges.toml": text}))
        assert "en/hedges" in problem.message

    def test_a_folder_that_is_not_there_is_a_fault(self, tmp_path: Path) -> None:
        (problem,) = problems(tmp_path / "none")
        assert problem.where == str(tmp_path / "none")


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("units/length.toml", METRE + 'unit = "again"\n', 9, "is not TOML"),
        ("units/length.toml", METRE + "\nwords = [1,\n", 11, "is not TOML"),
        ("units/length.toml", METRE.replace('id = "length.metre"\n', ""), 1, "without an id"),
        ("units/length.toml", METRE.replace('why = "The base unit of length."\n', ""), 1, "does not say why"),
        ("units/length.toml", METRE.replace("The base unit of length.", " "), 3, '"why" must be'),
        ("units/length.toml", METRE.replace("length.metre", "metre"), 2, "an id is"),
        ("units/length.toml", METRE.replace('"length.metre"', "7"), 2, "an id is"),
        ("units/length.toml", METRE.replace("length.metre", "size.metre"), 2, 'does not start with "length."'),
        ("units/length.toml", METRE + METRE, 10, "stands twice"),
        ("units/length.toml", METRE.replace('"1"', '"one"'), 5, '"factor" must be a finite number'),
        ("units/length.toml", METRE.replace('"1"', "inf"), 5, '"factor" must be a finite number'),
        ("units/length.toml", METRE.replace('["metre", "meter"]', '["metre", 2]'), 6, '"words" must be a list'),
        ("units/length.toml", METRE.replace("words", "wrods"), 6, 'no field "wrods"'),
        ("units/length.toml", METRE.replace("value = 5", 'value = "5"'), 7, 'must state "value"'),
        ("units/length.toml", METRE.replace("value = 5", "valu = 5"), 7, 'unknown field "valu"'),
        ("units/length.toml", METRE.replace('text = "It is 5 metres long.", ', ""), 7, "has no text"),
        ("units/length.toml", METRE.replace('["a metre maid"]', '"a metre maid"'), 8, '"silent" must be'),
        ("units/length.toml", METRE + "enabled = 0\n", 9, '"enabled" must be'),
        ("units/length.toml", METRE.replace("[[rule]]", "[[rules]]"), 1, 'unknown key "rules"'),
        ("units/length.toml", 'rule = [{ id = "length.x", why = "W." }]\n', 1, "not written as [[rule]] tables"),
        ("unit/length.toml", METRE, None, 'no family of rules "unit/length"'),
        ("en/hedge.toml", METRE, None, 'no family of rules "en/hedge"'),
    ],
)
def test_a_fault_names_its_line(folder: MakeFolder, name: str, text: str, line: int | None, said: str) -> None:
    root = folder({name: text})
    (problem,) = problems(root)
    assert (problem.where, problem.line) == (str(root / name), line)
    assert said in problem.message


def test_a_layer_has_no_field_that_nothing_reads(folder: MakeFolder) -> None:
    rule = '[[rule]]\nid = "hedges.{}"\nwhy = "W."\n{} = ["say"]\n'
    below, layer = folder({"en/hedges.toml": rule.format("x", "before")}), {"de/hedges.toml": rule.format("y", "befor")}
    ((problem),) = problems(below, folder(layer))
    assert (problem.line, problem.hint) == (4, 'Did you mean "before"?')
    assert 'no rule of this family has a field "befor"' in problem.message


def test_a_fault_shows_the_line_and_a_hint(folder: MakeFolder) -> None:
    root = folder({"units/length.toml": METRE.replace("words", "wrods")})
    with pytest.raises(RuleFault) as caught:
        load(root)
    assert str(caught.value) == (
        f'{root / "units/length.toml"}:6: "length.metre": this family of rules has no field "wrods"\n'
        '     6 | wrods = ["metre", "meter"]\n'
        '  hint: Did you mean "words"?'
    )


def test_text_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_bytes(b'[[rule]]\nid = "policy.caf\xe9"\n')
    (problem,) = problems(tmp_path)
    assert "UTF-8" in problem.message


def test_all_faults_of_all_layers_are_raised_together(folder: MakeFolder) -> None:
    below = folder({"units/length.toml": METRE.replace('"1"', '"one"'), "units/mass.toml": "["})
    above = folder({"align.toml": "[[rule]]\nx = 1\n", "odd.toml": ""})
    assert [Path(problem.where).name for problem in problems(below, above)] == [
        "length.toml", "mass.toml", "align.toml", "align.toml", "odd.toml",
    ]  # fmt: skip


class TestDigest:
    def test_it_does_not_depend_on_order_layout_or_layers(self, folder: MakeFolder) -> None:
        whole = load(folder({"units/length.toml": METRE + MILE}))
        turned = load(folder({"units/length.toml": MILE + "\n# Note.\n" + METRE}))
        parted = load(folder({"units/length.toml": METRE}), folder({"units/length.toml": MILE}))
        assert whole.digest == turned.digest == parted.digest
        assert whole == turned
        assert hash(whole) == hash(parted)

    @pytest.mark.parametrize(
        ("old", "new"), [('"1"', '"2"'), ("meter", "meters"), ("base", "basic"), ("length.metre", "length.meter")]
    )
    def test_it_depends_on_what_a_rule_says(self, folder: MakeFolder, old: str, new: str) -> None:
        changed = load(folder({"units/length.toml": METRE.replace(old, new)}))
        assert changed.digest != load(folder({"units/length.toml": METRE})).digest
        assert changed.digest.startswith("sha256:")

    def test_a_number_and_its_text_differ_where_a_family_takes_both(self, folder: MakeFolder) -> None:
        text = '[[rule]]\nid = "align.p"\nwhy = "W."\nlimit = {}\n'
        digests = {load(folder({"align.toml": text.format(limit)})).digest for limit in ("0.5", '"0.5"', "0.50")}
        assert len(digests) == 2


def test_the_shipped_rules_load_once_and_take_a_layer(folder: MakeFolder) -> None:
    book = shipped_rules()
    assert shipped_rules() is book
    assert load_rules().digest == book.digest
    own = folder({"units/length.toml": '[[rule]]\nid = "length.quux"\nwhy = "Ours."\nunit = "quux"\n'})
    layered_book = load_rules(own)
    assert len(layered_book.rules) == len(book.rules) + 1
    assert layered_book.rule("length.quux").layer == str(own)


def test_a_field_that_a_family_needs_and_a_rule_lacks_is_named_with_its_place(folder: MakeFolder) -> None:
    mile = load(folder({"units/length.toml": METRE + MILE})).rule("length.mile")
    assert mile.fields.get("words") is None
    with pytest.raises(RuleFault, match=r'length\.toml:9: "length\.mile" has no "words"'):
        mile.fields["words"]
