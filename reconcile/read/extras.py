"""Libraries that only some formats need: each belongs to an extra of the package, and may not be installed."""

from importlib import import_module
from typing import Any

from reconcile.read.faults import unreadable

BROKEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RecursionError)
"""What a library may raise over input that none of its authors thought of."""


def library(name: str, extra: str, where: str) -> Any:
    """The module `name`, imported now. Raises ReadError for the input `where`, with the extra that brings it."""
    try:
        return import_module(name)
    except ImportError:
        message = f"reading it needs {name.partition('.')[0]}, which is not installed"
        raise unreadable(where, message, f"pip install 'reconcile[{extra}]'") from None
