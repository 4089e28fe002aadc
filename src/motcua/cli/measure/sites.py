"""`motcua measure sites`: the portals that send facts."""

from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe

import click
from rich.console import Console
from rich.table import Table

from motcua.cli import start_django
from motcua.kernel.words import Refused

out = Console(highlight=False, soft_wrap=True)


@click.group()
def command() -> None:
    """Portals that send facts: list them, register, import, close."""
    start_django()


@command.command("list")
def show() -> None:
    """List the portals by their numbers."""
    from motcua.measurement import queries  # noqa: PLC0415 -- needs Django set up

    table = Table("number", "agency", "name", "hosts", "signs", "a minute", "until")
    for site in queries.sites().values():
        table.add_row(
            str(site.number),
            site.agency,
            site.name,
            " ".join(site.hosts),
            "yes" if site.secret else "",
            f"{site.limit:,}",
            site.until.isoformat() if site.until else "",
        )
    out.print(table if table.row_count else "no portal is registered")


@command.command()
@click.argument("number", type=int)
@click.argument("agency")
@click.argument("name")
@click.option("--host", "hosts", multiple=True, help="An address of it; may be given again.")
@click.option("--limit", type=int, help="The most facts a minute taken from it.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Its last day.")
@click.option("--signs", is_flag=True, help="Make a secret for signed events, and print it once.")
def add(
    *,
    number: int,
    agency: str,
    name: str,
    hosts: tuple[str, ...],
    limit: int | None,
    until: datetime | None,
    signs: bool,
) -> None:
    """Register the portal NUMBER of AGENCY with a NAME, or tell of it anew."""
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement import actions, queries  # noqa: PLC0415 -- as above
    from motcua.measurement.values.sites import Site  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    known = queries.sites().get(number)
    secret = token_urlsafe(32) if signs else known.secret if known else ""
    site = Site(
        number=number,
        name=name,
        agency=agency,
        hosts=tuple(host.lower() for host in hosts) or (known.hosts if known else ()),
        secret=secret,
        until=until.date() if until else None,
        **({"limit": limit} if limit is not None else {"limit": known.limit} if known else {}),
    )
    try:
        changed = actions.register_site(site=site, by=SYSTEM.actor, at=clock.now())
    except Refused as refusal:
        raise click.ClickException(refusal.sentence.vi) from None
    out.print(f"site {number} " + ("registered" if changed else "stands so already"))
    if signs:
        out.print(f"secret: {secret}", markup=False)


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_list(file: Path) -> None:
    """Register the portals of a CSV FILE, all of them or none.

    Columns: number, name, agency; if wanted hosts (with spaces between), secret, limit, until.
    """
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement import actions  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    try:
        text = file.read_text(encoding="utf-8")
        changed = actions.import_sites(text=text, by=SYSTEM.actor, at=clock.now())
    except UnicodeDecodeError:
        raise click.ClickException(f"{file} is not UTF-8") from None
    except Refused as refusal:
        raise click.ClickException(refusal.sentence.vi) from None
    out.print(f"{changed} portals registered or changed")


@command.command()
@click.argument("number", type=int)
def close(number: int) -> None:
    """Take no more facts of the portal NUMBER after today."""
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement import actions  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    try:
        actions.close_site(number=number, by=SYSTEM.actor, at=clock.now())
    except Refused as refusal:
        raise click.ClickException(refusal.sentence.vi) from None
    out.print(f"site {number} is closed after today")
