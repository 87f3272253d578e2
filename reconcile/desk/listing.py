"""The settings in force, for `reconcile config`: TOML that could stand in a file, each line with where it is set."""

import json
from collections.abc import Iterator

from reconcile.desk.config import Config
from reconcile.desk.paths import near
from reconcile.facts.policy import Policy, Setting

_DEFAULT = "default"
_WIDEST = 40  # columns: a longer setting pushes its own place to the right, not that of all


def listed(config: Config, policy: Policy) -> str:
    """Every key with its value and where that comes from: a line of the settings, a rule, or the program itself."""
    lines = [(f"{key} = {json.dumps(value, ensure_ascii=False)}", place) for key, value, place in _keys(config, policy)]
    width = max(len(text) for text, _ in lines if len(text) <= _WIDEST)
    none = "no settings found: neither .reconcile.toml nor [tool.reconcile]"
    head = f"# {near(str(config.path)) if config.path else none}"
    return "\n".join([head, *(f"{text:<{width}}  # {near(place)}" for text, place in lines)]) + "\n"


def _keys(config: Config, policy: Policy) -> Iterator[tuple[str, object, str]]:
    values: dict[str, object] = {
        "rules": [str(folder) for folder in config.rules],
        "sources": list(config.sources),
        "format": config.format or "table",
        "color": config.color,
        "by": config.by,
        "baseline": config.baseline and str(config.baseline),
        "decisions": config.decisions and str(config.decisions),
        "fail_on": config.fail_on or policy.fail_on,
        "strict": policy.strict,
        "min_origins": policy.min_origins,
        "skip": list(policy.skip),
        "mends": list(policy.mends),
    }
    for key, value in values.items():
        if value is not None:
            yield key, value, policy.places.get(key, _DEFAULT)
    settings = {name: setting for setting in policy.settings for name in _names(setting)}
    for name, setting in sorted(settings.items(), key=lambda item: (item[0].count("."), item[0])):
        yield name, setting.level, setting.place


def _names(setting: Setting) -> Iterator[str]:
    """The keys that a setting sets; of kinds within sections, which only a rule can say, a comment."""
    mark = "# " if setting.sections and setting.kinds else ""
    for section in setting.sections or ("",):
        for kind in setting.kinds or ("",):
            yield mark + ".".join(filter(None, ("levels", section, kind, setting.on)))
