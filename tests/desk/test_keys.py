"""The keys a desk may set: no value of any kind is too odd to be told."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reconcile.desk.keys import KEYS, KINDS, OUTCOMES, SECTIONS, faults

NAMES = st.sampled_from([*KEYS, *KINDS, *SECTIONS, *OUTCOMES, "error", "x"]) | st.text(max_size=5)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_each_fault_names_its_key_and_what_to_do(table: dict[str, Any]) -> None:
    for fault in faults(table, ("table", "json")):
        assert fault.path[0] in table
        assert fault.message
        assert fault.hint


def test_every_key_takes_what_it_says_how_to_write() -> None:
    for name, key in KEYS.items():
        written = tomllib.loads(key.write.split("`")[1])
        assert list(written) == [name]
        assert list(faults(written, ("table", "json"))) == []
