"""The editorial workflow around a report: what a desk has configured, where a report goes, what it means for a script.

`config.py` finds and reads `.reconcile.toml` or `[tool.reconcile]`, `decisions.py` keeps an editor's own word on which
claims are one fact, `status.py` turns a report into an exit status, `output.py` puts a finished text into a file.
Nothing here prints or exits; faults are raised as `DeskFault`.
"""
