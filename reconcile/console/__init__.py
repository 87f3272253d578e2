"""What the commands share: the desk's settings, what is read, messages to standard error, data to standard output.

With `cli` the only place that prints and exits. Whatever it says is made inert first: names and words from outside
must not steer a terminal. `desk.py` lays the options of a command over its settings, `inputs.py` reads sources and
drafts, `checks.py` takes a report to its exit status, `streams.py` prints, `progress.py` shows how far the work is.
"""

from reconcile.console.checks import annotate, finish, finish_each, mend, refuse_annotation, reviewed, show_diff
from reconcile.console.desk import Desk, baseline_of, rulebook_of, rulings, signer, today, tracked
from reconcile.console.inputs import others, read, read_draft, read_each, reread, sources_named
from reconcile.console.streams import needing, put, say, tell

__all__ = [
    "Desk",
    "annotate",
    "baseline_of",
    "finish",
    "finish_each",
    "mend",
    "needing",
    "others",
    "put",
    "read",
    "read_draft",
    "read_each",
    "refuse_annotation",
    "reread",
    "reviewed",
    "rulebook_of",
    "rulings",
    "say",
    "show_diff",
    "signer",
    "sources_named",
    "tell",
    "today",
    "tracked",
]
