"""The check while writing: a language server, and whatever else holds a draft against its sources again and again.

`Checker` (checker.py) checks a draft as it stands in memory and keeps what a keystroke does not change. server.py
speaks the Language Server Protocol over standard input and output; it turns a check into diagnostics (diagnostics.py),
hovers (hover.py) and quick fixes (fixes.py), with places (places.py) in the encoding that the editor asks for. The
protocol's library belongs to the extra `lsp` and is imported by those modules alone.
"""
