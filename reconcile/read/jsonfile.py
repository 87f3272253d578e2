"""JSON files: bytes to values, with the line of a fault."""

import json
from typing import Any

from reconcile.read.blob import Blob
from reconcile.read.decode import decode
from reconcile.read.faults import unreadable

_HINT = "give the file as its producer wrote it"


def load_json(blob: Blob) -> Any:
    """The value in a JSON file. Raises ReadError, with the line, for what is none or is nested too deep."""
    text = decode(blob)
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise unreadable(blob.where, f"not JSON: {error.msg}", _HINT, error.lineno) from None
    except RecursionError:
        raise unreadable(blob.where, "JSON nested too deep", _HINT) from None
    except ValueError:
        raise unreadable(blob.where, "JSON with a number too long", _HINT) from None
