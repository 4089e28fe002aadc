"""`motcua simulate`: a synthetic nation in this store."""

import time
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from motcua.cli import start_django
from motcua.kernel.words import Refused

if TYPE_CHECKING:
    from motcua.dossiers.values import BroughtIn

out = Console(highlight=False, soft_wrap=True)


@click.group()
def command() -> None:
    """Make a synthetic nation: nobody in it exists."""
    start_django()


@command.command()
@click.argument("number", type=click.IntRange(1))
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed, the same.")
@click.option("--until", type=click.DateTime(("%Y-%m-%d",)), help="The day it ends; today.")
@click.option("--commune", "communes", multiple=True, help="Only these communes (00070).")
def dossiers(number: int, seed: int, *, until: datetime | None, communes: tuple[str, ...]) -> None:
    """Make NUMBER dossiers of the year past, each marked as simulated."""
    from motcua.dossiers import actions  # noqa: PLC0415 -- needs Django set up
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- as above
    from motcua.kernel.calendar import HANOI  # noqa: PLC0415 -- needed here only
    from motcua.simulation import nation  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- as above

    at = until.replace(hour=17, tzinfo=HANOI) if until else clock.now()
    began = time.monotonic()
    try:
        drawn = nation.dossiers(number, seed=seed, at=at, communes=communes)
        made = actions.bring_in(dossiers=_told(drawn, number), by=SYSTEM, at=at)
    except Refused as refused:
        raise click.ClickException(refused.sentence.vi) from None
    taken = time.monotonic() - began
    out.print(f"{made} simulated dossiers in {taken:.0f} s ({made / taken:.0f} a second)")


def _told(drawn: "Iterator[BroughtIn]", number: int) -> "Iterator[BroughtIn]":
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("dossiers", total=number)
        for one in drawn:
            yield one
            progress.advance(bar)
