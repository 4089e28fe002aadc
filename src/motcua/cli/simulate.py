"""`motcua simulate`: a synthetic nation in this store."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from motcua.cli import start_django
from motcua.kernel.calendar import HANOI, local_day
from motcua.kernel.words import Refused

if TYPE_CHECKING:
    from motcua.dossiers.values import BroughtIn
    from motcua.simulation.measured.stream import Nation

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


@command.command()
@click.argument("number", type=click.IntRange(1))
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed, the same.")
@click.option("--from", "since", type=click.DateTime(("%Y-%m-%d",)), help="The first day.")
@click.option("--until", type=click.DateTime(("%Y-%m-%d",)), help="The last day; yesterday.")
@click.option("--through-wire", "url", metavar="URL", help="Send requests to a collector instead.")
def visits(
    number: int, seed: int, *, since: datetime | None, until: datetime | None, url: str | None
) -> None:
    """Make about NUMBER facts of pages, with the dossiers that go with them.

    They go into the lake and are marked as simulated; with --through-wire they are sent to a
    collector as real feeders send theirs.
    """
    from motcua.simulation.measured import filling, sending  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- as above

    at = clock.now()
    last = until.date() if until else local_day(at) - timedelta(days=1)
    first = since.date() if since else last - timedelta(days=364)
    if last < first:
        raise click.BadParameter("--from is after --until")
    made = filling.here(first=first, last=last, seed=seed)
    began = time.monotonic()
    with _bar(number) as told:
        if url:
            pages, events = sending.send(made, number=number, url=url, now=clock.now, heard=told)
        else:
            _lake_of(made, at)
            pages, events = filling.fill(made, number=number, at=at, heard=told)
    taken = time.monotonic() - began
    out.print(f"{pages} page facts and {events} dossier events in {taken:.0f} s")
    if not url:
        out.print("Count them with: motcua measure compact")


@command.command()
def demonstration() -> None:
    """Give an empty lake a simulated year, counted already; do nothing to any other."""
    from motcua.simulation.measured.filling import demonstrate  # noqa: PLC0415 -- with Django only
    from motcua.web import clock  # noqa: PLC0415 -- as above

    demonstrate(at=clock.now())


def _lake_of(made: "Nation", at: datetime) -> None:
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- needs Django set up
    from motcua.simulation.measured import filling  # noqa: PLC0415 -- as above

    filling.register(made, by=SYSTEM.actor, at=at)
    filling.declare(made, at=at)


@contextmanager
def _bar(number: int) -> "Iterator[Callable[[date, int], None]]":
    with Progress(*_columns(), console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("page facts", total=number)
        yield lambda on, facts: progress.update(bar, completed=facts, description=f"{on}")


def _told(drawn: "Iterator[BroughtIn]", number: int) -> "Iterator[BroughtIn]":
    with Progress(*_columns(), console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("dossiers", total=number)
        for one in drawn:
            yield one
            progress.advance(bar)


def _columns() -> tuple[ProgressColumn, ...]:
    return (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(),
    )
