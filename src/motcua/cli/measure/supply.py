"""`motcua measure supply`: declare which services agencies offer, and how far online."""

from pathlib import Path

import click
from rich.console import Console

from motcua.cli import start_django

out = Console(highlight=False, soft_wrap=True)


@click.group()
def command() -> None:
    """Declare which services agencies offer, and how far online."""
    start_django()


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", "dry", is_flag=True, help="Read and check only.")
def import_(file: Path, *, dry: bool) -> None:
    """Take a table from FILE, CSV or JSON: all of it, or nothing with the line that is wrong.

    Columns: agency, procedure, level (none, partial, full), has_fee, essential, valid_from,
    valid_to. What is declared replaces, from its first day on, what was said of the same agency
    and procedure before.
    """
    from motcua.kernel.words import Refused  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement import actions  # noqa: PLC0415 -- as above
    from motcua.measurement.rules.supplying import read_supply  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    try:
        rows = read_supply(file.read_text(encoding="utf-8-sig"))
        if not dry:
            actions.declare_supply(rows, at=clock.now())
    except UnicodeDecodeError:
        raise click.ClickException("The file is not UTF-8.") from None
    except Refused as refused:
        raise click.ClickException(f"{refused.sentence.en}\n{refused.sentence.vi}") from None
    agencies = {row["agency"] for row in rows}
    done = "would be declared" if dry else "declared"
    out.print(f"{len(rows)} services of {len(agencies)} agencies {done}")


@command.command()
def own() -> None:
    """Declare what can be applied for here, where that changed; the worker does so by itself."""
    from motcua.observatory import supplied  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- as above

    out.print(f"{supplied.declare_own(clock.now())} changes declared")
