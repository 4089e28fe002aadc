"""`motcua agencies`: look agencies and units of the country up."""

from pathlib import Path

import click

from motcua.cli import start_django
from motcua.kernel.words import Refused


@click.group()
def command() -> None:
    """Agencies and territory."""
    start_django()


@command.command()
@click.argument("code")
def show(code: str) -> None:
    """Show the agency with CODE (either order), what is below it and its hours."""
    from motcua.agencies import queries  # noqa: PLC0415 -- needs Django set up
    from motcua.kernel.codes import AgencyCode  # noqa: PLC0415 -- needed here only

    try:
        found = queries.agency(AgencyCode.parse(code).text)
        hours = queries.calendar_of(found.code).hours
    except Refused as refusal:
        raise click.ClickException(refusal.sentence.vi) from refusal
    below = queries.units_of(found.code)
    mark = "" if found.official else " (mã tạm, chưa công bố)"
    click.echo(f"{found.code}{mark}  {found.name}")
    if found.parent_code:
        click.echo(f"  thuộc      {found.parent_code}")
    if found.territory:
        place = found.territory
        click.echo(f"  địa bàn    {place.address} ({place.code}, {place.edition})")
    for label, told in (
        ("điện thoại", found.phone),
        ("thư", found.email),
        ("địa chỉ", found.address),
        ("giờ làm", str(hours)),
    ):
        if told:
            click.echo(f"  {label:<10} {told}")
    for unit in below:
        click.echo(f"    {unit.code:<12} {unit.short_name}")


@command.command()
@click.argument("text")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 100))
def find(text: str, limit: int) -> None:
    """Find provinces and communes by TEXT, with or without marks; former communes too."""
    from motcua.agencies import queries  # noqa: PLC0415 -- needs Django set up

    found = queries.find_units(text, limit)
    for place in found:
        click.echo(f"{place.code:<6} {place.address}")
    former = queries.became_of(text, limit)
    for past in former:
        part = "" if past.whole else " (một phần)"
        click.echo(f"{past.former_code:<6} {past.former_name} cũ{part} → {past.now.address}")
    if not found and not former:
        raise click.ClickException(f"Không tìm thấy “{text}”. Bạn hãy thử viết ngắn hơn.")


@command.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def load(folder: Path) -> None:
    """Load calendars, territory and agencies from a library FOLDER."""
    from motcua.agencies.actions import load_library  # noqa: PLC0415 -- needs Django set up
    from motcua.journal.values import Actor  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    by = Actor(kind="system", key="motcua agencies load", name="Hệ thống")
    try:
        loaded = load_library(library=folder, by=by, at=clock.now())
    except Refused as refusal:
        raise click.ClickException(refusal.sentence.vi) from refusal
    state = "Đã nạp" if loaded.changed else "Không có gì mới"
    click.echo(
        f"{state}: {loaded.provinces} tỉnh, {loaded.communes} xã, {loaded.agencies} cơ quan, "
        f"lịch {', '.join(str(year) for year in loaded.years)}."
    )
