"""How grave a finding is at a desk.

The shipped policy is rules/policy.toml, with a desk's own rules layered on it; its settings stand behind all rules.
"""

from collections.abc import Mapping
from dataclasses import replace

from reconcile.desk.config import Config
from reconcile.desk.status import LEVELS, NEVER, STATUSES
from reconcile.facts import DraftFinding
from reconcile.facts.claim import Kind
from reconcile.facts.policy import Level, Outcome, Policy, Section, Setting

_RAISED: Mapping[Level, Level] = {"error": "error", "warning": "error", "note": "warning", "ignore": "ignore"}


def configured(policy: Policy, config: Config) -> Policy:
    """The policy of the rules with a desk's settings laid over it."""
    places = {key: f"{config.path}:{line}" for key, line in config.lines.items()}
    return replace(
        policy,
        settings=(*policy.settings, *config.levels),
        fail_on=config.fail_on if config.fail_on in (NEVER, *LEVELS, *STATUSES) else policy.fail_on,
        strict=config.strict,
        min_origins=config.min_origins or policy.min_origins,
        skip=config.skip,
        mends=policy.mends if config.mends is None else config.mends,
        places={**policy.places, **places},
    )


def outcome_of(finding: DraftFinding, origins: int, policy: Policy) -> Outcome | None:
    """What of a finding needs a look: its status, or that too few independent `origins` bear its figure out."""
    if finding.status != "supported":
        return finding.status
    return "few-origins" if origins < policy.min_origins else None


def level_of(policy: Policy, outcome: Outcome, kind: Kind, section: Section = "body") -> Level:
    """How grave an outcome is for a figure of this kind in this section; `ignore` where nothing is set."""
    if kind in policy.skip:
        return "ignore"
    setting = deciding(policy, outcome, kind, section)
    level: Level = setting.level if setting else "ignore"
    return _RAISED[level] if policy.strict else level


def deciding(
    policy: Policy, outcome: Outcome, kind: Kind | None = None, section: Section | None = None
) -> Setting | None:
    """The setting that decides: of those that hold, the one for the fewest figures, and of equals the last.

    Without a kind or a section: among those that hold for all of them.
    """
    holding = [
        one
        for one in policy.settings
        if one.on == outcome and (not one.kinds or kind in one.kinds) and (not one.sections or section in one.sections)
    ]
    return max(reversed(holding), key=lambda one: (bool(one.sections), bool(one.kinds)), default=None)
