"""`motcua calendar`: when a limit ends and why; a starting table for a new year. Needs no store."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import click

from motcua.kernel.calendar import HANOI, Duration, Kind, WorkingCalendar
from motcua.kernel.words import Refused, Sentence

LIBRARY = Path(__file__).parents[3] / "library"


def say_refusal(refusal: Refused, language: str) -> click.ClickException:
    """Give the refusal as the command line shows it."""
    return click.ClickException(refusal.sentence.in_(language))


def _language(function: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True
    )(function)


@click.group()
def command() -> None:
    """Working days and due dates."""


@command.command()
@click.argument("start")
@click.argument("limit")
@click.option("--cutoff", metavar="HH:MM", help="Received later counts from the next working day.")
@click.option(
    "--library",
    envvar="MOTCUA_LIBRARY",
    default=LIBRARY,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder with calendar/<year>.yaml.",
)
@_language
def due(start: str, limit: str, *, cutoff: str | None, library: Path, language: str) -> None:
    """Print when LIMIT, received at START, ends, and why.

    START is a day (2024-04-26) or a moment in Hà Nội (2025-12-01T08:15). LIMIT is an amount with
    its unit: "7 working days", "30 ngày", "168 giờ làm việc", "2 half-days".
    """
    try:
        duration = Duration.parse(limit)
        received = _moment(start, language)
        latest = _time(cutoff, language) if cutoff else None
        found = _calendar(library).due(received, duration, cutoff=latest)
    except Refused as refusal:
        raise say_refusal(refusal, language) from refusal
    click.echo(f"{found.at.astimezone(HANOI):%Y-%m-%d %H:%M}")
    for line in found.lines(language):
        click.echo(line)


def _calendar(library: Path) -> WorkingCalendar:
    from motcua.kernel.calendar.files import read_tables  # noqa: PLC0415 -- slow import
    from motcua.kernel.definitions import DefinitionRefused  # noqa: PLC0415 -- slow import

    folder = library / "calendar"
    files = {str(path): path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}
    try:
        return WorkingCalendar(read_tables(files))
    except DefinitionRefused as refusal:
        raise click.ClickException(str(refusal)) from refusal


def _moment(text: str, language: str) -> datetime | date:
    try:
        if len(text) == len("2024-04-26"):
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        wanted = Sentence(
            f"“{text}” không phải là ngày hay giờ. Bạn hãy viết 2024-04-26 hoặc 2025-12-01T08:15.",
            f"“{text}” is neither a day nor a moment. Write 2024-04-26 or 2025-12-01T08:15.",
        )
        raise click.ClickException(wanted.in_(language)) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=HANOI)


def _time(text: str, language: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        wanted = Sentence(
            f"“{text}” không phải là giờ trong ngày. Bạn hãy viết 15:00.",
            f"“{text}” is not a time of day. Write 15:00.",
        )
        raise click.ClickException(wanted.in_(language)) from error


@command.command()
@click.argument("year", type=click.IntRange(1990, 2099))
def draft(year: int) -> None:
    """Print a starting table for YEAR, all of it unconfirmed, to be corrected by the decision.

    Keep it as library/calendar/YEAR.yaml; the days come from the `holidays` package.
    """
    click.echo(f"# Bản nháp từ gói holidays: hãy đối chiếu với văn bản chính thức của năm {year}.")
    click.echo(f"year: {year}\ndays:")
    for on, kind, name in sorted(_drafted(year)):
        click.echo(f"  - on: {on}")
        click.echo(f"    kind: {kind}")
        click.echo(f'    name: {{vi: "{name.vi}", en: "{name.en}"}}')
        click.echo("    source: unconfirmed")


def _drafted(year: int) -> Iterator[tuple[date, Kind, Sentence]]:
    import holidays  # noqa: PLC0415 -- slow import

    vi = holidays.country_holidays("VN", years=year, language="vi")
    en = holidays.country_holidays("VN", years=year, language="en_US")
    for on, name in vi.items():
        yield on, _kind(en[on]), Sentence(name, en[on])
    for on in en.weekend_workdays:
        if on.year == year:
            yield on, Kind.SWAPPED_WORKING, Sentence("Làm bù", "Worked in exchange")


def _kind(name: str) -> Kind:
    if "substituted from" in name:
        return Kind.SWAPPED_OFF
    if "(observed)" in name:
        return Kind.SUBSTITUTE
    return Kind.LUNAR if "Lunar" in name or "Hung Kings" in name else Kind.FIXED
