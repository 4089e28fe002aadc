"""`motcua lists`: make what lists and search read anew."""

import time

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from motcua.cli import start_django

out = Console(highlight=False, soft_wrap=True)


@click.group()
def command() -> None:
    """Look after the lists of dossiers."""
    start_django()


@command.command()
@click.option("--words-only", is_flag=True, help="Only the words that search reads.")
def rebuild(*, words_only: bool) -> None:
    """Make lists and search anew from the dossiers, a thousand at a time, while work goes on.

    It may be broken off and started again.
    """
    from motcua.dossiers import actions  # noqa: PLC0415 -- needs Django set up

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    began = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("dossiers", total=None)
        number = actions.rebuild_lists(
            words_only=words_only,
            told=lambda done, total: progress.update(bar, completed=done, total=total),
        )
    out.print(f"{number} dossiers in the lists anew, in {time.monotonic() - began:.0f} s")
