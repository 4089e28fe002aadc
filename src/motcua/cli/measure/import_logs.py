"""`motcua measure import`: read access logs of web servers into the lake."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn
from rich.table import Table

if TYPE_CHECKING:
    from motcua.measurement.values.importing import Imported
    from motcua.measurement.values.sites import Site

out = Console(highlight=False, soft_wrap=True)
APPS = (
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "motcua.journal",
    "motcua.agencies",
    "motcua.identity",
    "motcua.measurement",
)
"""What measurement stands on: nothing else of the house is needed, and it is slow to load."""
LEFT = {
    "method": "not a GET",
    "status": "not answered with a page (status)",
    "asset": "styles, scripts, pictures, calls",
}


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--site", "number", type=int, help="The site every line belongs to.")
@click.option(
    "--procedure-pattern", "pattern", help="Finds a procedure's code in addresses: its first group."
)
@click.option("--whole", is_flag=True, help="Count a last line that has no end yet.")
@click.option("--dry-run", "dry", is_flag=True, help="Only tell what would be counted.")
def command(
    files: tuple[Path, ...], *, number: int | None, pattern: str | None, whole: bool, dry: bool
) -> None:
    """Import access logs (combined or JSON lines, plain or .gz) from FILES, rotated ones too.

    Sites are told by --site, or by the host that each line names. What was imported before is
    known by its contents and not counted again; an import that was cut off goes on where it was.
    """
    start()
    from motcua.kernel.words import Refused  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement.actions import importing  # noqa: PLC0415 -- as above
    from motcua.measurement.rules.logs import pages  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    wanted = importing.Wanted(
        files=files,
        sites=_sites(number),
        pattern=_checked(pattern) if pattern else pages.PROCEDURE,
        whole=whole,
        dry=dry,
    )
    with _bar() as progress:
        bar = progress.add_task("reading", total=sum(path.stat().st_size for path in files))
        try:
            report = importing.import_logs(
                wanted=wanted, at=clock.now(), told=lambda read: progress.advance(bar, read)
            )
        except Refused as refused:
            raise click.ClickException(refused.sentence.en) from None
    tell(report, dry=dry)


def start() -> None:
    """Set Django up as far as an import needs it, where nobody has yet."""
    from django.apps import apps  # noqa: PLC0415 -- slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    apps.populate(APPS)


def _bar() -> Progress:
    return Progress(
        "[progress.description]{task.description}",
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _sites(number: int | None) -> "Mapping[str, Site]":
    from motcua.measurement import queries  # noqa: PLC0415 -- needs Django set up

    known = queries.sites()
    if number is not None:
        if number not in known:
            raise click.BadParameter(f"there is no site {number}", param_hint="--site")
        return {"": known[number]}
    found = {host.lower(): site for site in known.values() for host in site.hosts}
    if not found:
        raise click.UsageError("No site has hosts: name one with --site, or register its hosts.")
    return found


def _checked(pattern: str) -> str:
    import re  # noqa: PLC0415 -- seldom needed

    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        raise click.BadParameter(str(error), param_hint="--procedure-pattern") from None
    if groups < 1:
        raise click.BadParameter("it needs a group (…)", param_hint="--procedure-pattern")
    return pattern


def tell(report: "Imported", *, dry: bool = False) -> None:
    """Print what became of the lines."""
    table = Table("lines", "", "examples, masked of persons", title="dry run" if dry else None)
    table.add_row(f"{report.lines:,}", "read", "")
    table.add_row(f"{report.accepted:,}", "accepted as views of pages and downloads", "")
    table.add_row(f"{report.robots:,}", "of them by robots, counted apart", "")
    for what, number in sorted(report.masked.items()):
        table.add_row(f"{number:,}", f"of them with somebody's {what} taken out", "")
    for why, number in sorted(report.left.items()):
        table.add_row(f"{number:,}", f"no page: {LEFT.get(why, why)}", "")
    for reason, number in sorted(report.refused.items()):
        if number:
            table.add_row(
                f"{number:,}", f"refused: {reason}", "\n".join(report.examples.get(reason, []))
            )
    out.print(table, markup=False)
    for path in report.skipped:
        out.print(f"{path}: imported before, nothing new", markup=False)
    for path in report.damaged:
        out.print(f"{path}: damaged; read as far as it goes", markup=False)
    if report.unfinished:
        out.print(f"{report.unfinished} last lines have no end yet: left for the next import")
    out.print(f"{report.pace:,.0f} lines per second of CPU time ({report.cpu_seconds:.1f} s)")
