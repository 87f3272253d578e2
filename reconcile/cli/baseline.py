"""`reconcile baseline`."""

from pathlib import Path
from typing import Annotated

import typer

from reconcile import console
from reconcile.cli.options import Against, BaselineFile, By, ConfigFile, Decisions, Draft, Quiet, Rules
from reconcile.desk.status import CLEAN, FAILED, LEVELS, STATUSES


def command(
    draft: Draft,
    against: Against = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, shown in every report.")] = "",
    by: By = "",
    baseline: BaselineFile = None,
    rules: Rules = None,
    config: ConfigFile = None,
    decisions: Decisions = None,
    quiet: Quiet = False,
) -> None:
    """Accept what `check` finds in a draft, until a figure or a source changes: who, when and why are kept.

    What was accepted before and still holds is left as it is; what no longer holds goes.
    """
    desk = console.Desk.opened(
        config, rules, quiet=quiet, decisions=decisions, levels=(*LEVELS, *STATUSES), start=Path(draft).parent
    )
    path = baseline or desk.config.baseline
    if path is None:
        raise typer.BadParameter("name the file that keeps it", param_hint="--baseline FILE")
    if not why.strip():
        raise typer.BadParameter("say why; every report shows it", param_hint="--why")
    from reconcile import pipeline
    from reconcile.desk.baseline import Baseline, baseline_text
    from reconcile.desk.review import accept
    from reconcile.desk.waivers import waivers_of

    checked, given, unread = console.read_draft(draft, against, desk)
    _, unheeded = waivers_of(checked)
    console.tell(unheeded)
    if unread or unheeded:
        console.say(f"{path}: left as it is: first put right what could not be used")
        raise typer.Exit(FAILED)
    report = pipeline.check(checked, given, desk.rulebook, desk.track, desk.rulings)
    before = console.baseline_of(path) if path.exists() else Baseline(path)
    after = accept(report, desk.policy, before, console.signer(by, desk), why.strip(), console.today())
    console.put(baseline_text(after), path)
    if not quiet:
        old, new = set(before.of(checked)), set(after.of(checked))
        told = f"{len(new - old)} accepted, {len(new & old)} as before, {len(old - new)} gone"
        console.say(f"{path}: {checked.path or 'the draft'}: {told}")
    raise typer.Exit(CLEAN)
