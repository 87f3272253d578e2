"""What an input needs that is not installed is said with the command that installs it."""

import json

import pytest

from reconcile.read import ReadError
from reconcile.read.extras import library


def test_a_library_that_is_there() -> None:
    assert library("json", "html", "a.html") is json


def test_a_library_that_is_not_there() -> None:
    with pytest.raises(ReadError, match=r"a\.html: reading it needs no_such_library.*pip install 'reconcile\[html\]'"):
        library("no_such_library.parts", "html", "a.html")
