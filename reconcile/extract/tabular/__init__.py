"""Figures in tables: the cells of a source in, claims out, without grammar.

`headings` reads a name of a row or column: what is counted, what happens, when and where. `measures` reads the unit and
the scale in it. `cells` reads the figure of each cell and decides which of its names says what. Sources without tables
never come here.
"""

from reconcile.extract.tabular.cells import cell_claims, outside_tables

__all__ = ["cell_claims", "outside_tables"]
