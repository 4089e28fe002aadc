"""`motcua journal`: verify the chain, read a history, see and revive what was not delivered."""

import json
from typing import Literal

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from motcua.cli import start_django

out = Console(highlight=False, soft_wrap=True)


@click.group()
def command() -> None:
    """Verify and inspect the journal."""
    start_django()


@command.command()
@click.option("--head", help="A digest printed earlier; it must still be in the chain.")
def verify(head: str | None) -> None:
    """Walk every sealed entry; exit 1 at the first that is not what was sealed."""
    from motcua.journal import queries  # noqa: PLC0415 -- needs Django set up

    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("verifying", total=None)
        found = queries.verify(
            head=head,
            told=lambda done, total: progress.update(bar, completed=done, total=total),
        )
    out.print(f"{found.sealed} entries under {found.seals} seals, {found.unsealed} not sealed yet")
    if found.problem:
        out.print(f"BROKEN: {found.problem.en}\n        {found.problem.vi}")
        raise SystemExit(1)
    out.print(f"intact; head {found.head}")


@command.command()
@click.argument("subject")
def history(subject: str) -> None:
    """Print what was recorded about a SUBJECT such as dossier:<uuid>."""
    from motcua.journal import queries  # noqa: PLC0415 -- needs Django set up

    for entry in queries.history(subject):
        payload = json.dumps(entry.payload, ensure_ascii=False)
        out.print(
            f"{entry.number} {entry.at:%Y-%m-%d %H:%M:%S}Z {entry.kind} "
            f"by {entry.by.kind} {entry.by.name} {payload}",
            markup=False,
        )


@command.command()
def lag() -> None:
    """Say how far the workers are behind, and when each was last seen."""
    from motcua.journal import queries  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    at = clock.now()
    standing = queries.lag(at)
    out.print(
        f"{standing.pending} due, the oldest for {standing.oldest_seconds:.1f} s; "
        f"{standing.dead} dead"
    )
    for worker in queries.workers():
        out.print(
            f"worker {worker.name}: seen {(at - worker.seen_at).total_seconds():.0f} s ago, "
            f"process {worker.process}, {worker.done} done since its start"
        )


@command.command()
@click.option("--state", type=click.Choice(["dead", "waiting"]), default="dead", show_default=True)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True)
def deliveries(state: Literal["dead", "waiting"], limit: int) -> None:
    """List deliveries and jobs that lie dead or still wait."""
    from motcua.journal import queries  # noqa: PLC0415 -- needs Django set up

    table = Table("", "number", "name", "about", "attempts", "next try (UTC)", "problem")
    for row in queries.undone(state=state, limit=limit):
        table.add_row(
            row.sort,
            str(row.number),
            row.name,
            row.about,
            str(row.attempts),
            f"{row.next_try_at:%Y-%m-%d %H:%M:%S}",
            row.problem,
        )
    out.print(table if table.row_count else f"nothing is {state}")


@command.command()
@click.argument("name", required=False)
def retry(name: str | None) -> None:
    """Make what lies dead due again: everything, or what belongs to one listener or job NAME."""
    from motcua.journal import actions  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    out.print(f"{actions.retry_dead(name=name, at=clock.now())} due again")


@command.command()
@click.argument("listener")
def replay(listener: str) -> None:
    """Deliver to a LISTENER every entry of its kinds that it was never given."""
    from motcua.journal import actions  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    try:
        number = actions.replay(listener=listener, at=clock.now())
    except actions.ListenerUnknown as unknown:
        raise click.ClickException(str(unknown)) from None
    out.print(f"{number} deliveries added")
