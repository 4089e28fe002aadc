"""`motcua measure report`: an agency's or the nation's report as PDF."""

from pathlib import Path

import click

from motcua.cli import start_django
from motcua.kernel.words import Refused


@click.command()
@click.argument("agency", required=False, default="")
@click.option("--period", "code", required=True, help="2026, 2026-Q3, 2026-10, …")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; else named by itself."
)
def command(agency: str, code: str, out: Path | None) -> None:
    """Write the report of AGENCY (H26, H26.00070; the country without it) as PDF/A."""
    start_django()
    from motcua.measurement.values import Period  # noqa: PLC0415 -- needed here only
    from motcua.observatory import places, reporting  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- as above

    try:
        period = Period.parse(code)
    except ValueError:
        raise click.BadParameter(
            f"{code!r} is no period; write 2026, 2026-Q3, 2026-10 or 2026-10-31.",
            param_hint="--period",
        ) from None
    try:
        place = places.place(agency).code if agency else ""
    except Refused as refused:
        raise click.ClickException(refused.sentence.en) from None
    file = out or Path(f"do-luong-{place or 'ca-nuoc'}-{period.code}.pdf")
    file.write_bytes(reporting.report(place, period, at=clock.now()))
    click.echo(f"{file}: {file.stat().st_size // 1024} KB")
