"""The editorial workflow around a report. Nothing here prints or exits; faults are raised as `DeskFault`.

What a desk has set: `config.py` finds and reads `.reconcile.toml` or `[tool.reconcile]` (its keys in `keys.py`, their
lines in `lines.py`), `listing.py` prints what is in force, `sources.py` says what a draft is checked against.

What it makes of a checked draft: `review.py` is the way in, for the command line and the editor alike. It takes the
`matters.py` that need a look, their levels by `policy.py` and `sections.py`, the waivers in the text (`waivers.py`) and
those accepted before (`baseline.py`). `mends.py` puts right what has one answer, `recheck.py` says which drafts a
corrected source touches, `decisions.py` keeps an editor's own word on which claims are one fact. `toml.py` reads the
files of all of these.

On the way out `status.py` turns a report into an exit status, `output.py` puts a finished text into a file, and
`word.py` gives a Word draft back with comments. `changes.py` and `stamps.py` tell a watcher what has been written to.
"""
