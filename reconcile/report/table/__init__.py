"""The report for a terminal: a row a fact, a column a source, what contradicts first; stacked where columns don't fit.

`render` (screen.py) is the whole; sections.py its parts from top to bottom, rows.py one fact, layout.py the widths, and
style.py the colours. Without colour the same words, signs and figures stand as plain text, with `*` around the
figure in a quote. There are no frames: order, alignment and white space carry the reading.
"""

from reconcile.report.table.screen import render

__all__ = ["render"]
