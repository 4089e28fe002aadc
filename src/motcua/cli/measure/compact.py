"""`motcua measure compact`: write the spool to the lake and bring roll-ups up to date."""

import time

import click
from rich.console import Console

from motcua.cli import start_django

out = Console(highlight=False, soft_wrap=True)
DOING = {
    "pages": "page facts",
    "dossiers": "dossier facts",
    "counts": "what was turned away",
    "supply": "services offered",
    "declared": "declared metrics",
    "merge": "merging parts",
    "count": "counting days",
}


@click.command()
@click.option(
    "--from-journal",
    is_flag=True,
    help="First ask the worker to count what stood in the journal before measurement did.",
)
def command(*, from_journal: bool) -> None:
    """Write the spool to the lake and bring roll-ups up to date.

    The worker does so every two minutes; this does it now. It may be broken off and started again:
    nothing is lost, nothing is counted twice.
    """
    start_django()
    if from_journal:
        _replay()
    from motcua.kernel.words import Refused  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement import actions  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    began = time.monotonic()
    with Console(stderr=True).status("compacting") as status:
        try:
            done = actions.compact(
                at=clock.now(),
                told=lambda what, left: status.update(f"{DOING.get(what, what)} {left or ''}"),
            )
        except Refused as refused:
            raise click.ClickException(refused.sentence.en) from None
    out.print(
        f"{done.segments} segments: {done.facts} facts kept, {done.replays} replays dropped; "
        f"{done.days} days counted, {done.merged} parts merged, {done.dropped} old files dropped, "
        f"in {time.monotonic() - began:.1f} s"
    )


def _replay() -> None:
    from motcua.journal import actions as journal  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement import subscribers  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    for listener in (subscribers.DOSSIERS, subscribers.PEOPLE):
        number = journal.replay(listener=listener, at=clock.now())
        out.print(f"{listener}: {number} old entries; the worker counts them")
