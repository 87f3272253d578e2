"""Why: the trail of one claim (`claims`), the evidence behind one fact (`facts`), where rules come from (`rules`).

Pure functions from a report or rules to text; `naming` finds which claim or fact is meant. Words of a source are made
inert for a terminal, and those that a claim or rule rests on stand in [[double brackets]].
"""

from reconcile.explain.claims import explain_claim
from reconcile.explain.facts import explain_fact
from reconcile.explain.naming import UnknownName, claim_named
from reconcile.explain.rules import explain_rule, list_rules

__all__ = ["UnknownName", "claim_named", "explain_claim", "explain_fact", "explain_rule", "list_rules"]
