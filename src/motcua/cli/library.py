"""`motcua library`: check, play, publish and draw the definitions under library/."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from motcua.cli import start_django
from motcua.kernel.words import Refused

if TYPE_CHECKING:
    from motcua.procedures.queries.library import GuideText
    from motcua.procedures.rules.services import Folder

_LANGUAGE = click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True
)
_FOLDER = click.argument("folder", required=False, type=click.Path(path_type=Path))
_T = TypeVar("_T")


@click.group()
def command() -> None:
    """Check, draw and publish the definitions under library/."""
    start_django()


@command.command()
@_FOLDER
@_LANGUAGE
def check(folder: Path | None, language: str) -> None:
    """Read FOLDER (or every one), play its scenarios, tell every problem as file:line.

    FOLDER may also be one of library/criteria, or a file in it."""
    from motcua.cli import criteria  # noqa: PLC0415 -- needs Django set up
    from motcua.procedures.actions.publish import check as check_one  # noqa: PLC0415 -- Django

    if folder and criteria.is_criteria(folder):
        _end(failed=not criteria.check(folder, language))
        return
    read = [
        _told(partial(check_one, one, root), language) for one, root in _folders(folder, language)
    ]
    right = [service for service in read if service]
    guides = [_told(one.read, language) for one in _guides(folder)]
    for service in right:
        scenarios = len(service.scenarios)
        click.echo(f"{service.code} v{service.version}: {service.digest[:12]} ✓ {scenarios}")
    well = folder is not None or criteria.check(None, language)
    _end(failed=len(right) < len(read) or not read or None in guides or not well)


@command.command()
@_FOLDER
@_LANGUAGE
def scenarios(folder: Path | None, language: str) -> None:
    """Play the scenarios of FOLDER (or of every one) and tell how each went."""
    from motcua.procedures.queries import library  # noqa: PLC0415 -- needs Django set up
    from motcua.procedures.rules.scenarios import run  # noqa: PLC0415 -- slow import
    from motcua.procedures.rules.services import read_service  # noqa: PLC0415 -- slow import

    held = True
    for one, root in _folders(folder, language):
        forms = library.forms_library(root)
        service = _told(partial(read_service, one, library=forms), language)
        if service is None:
            held = False
            continue
        for outcome in run(service, library.official_calendar(root)):
            held = held and outcome.holds
            mark = "✓" if outcome.holds else "✗"
            click.echo(f"{mark} {service.code} v{service.version}: {outcome.scenario}")
            for sentence in outcome.problems:
                place = f"{one.path('scenarios.yaml')}:{outcome.line}"
                click.echo(f"    {place}: {sentence.in_(language)}")
    _end(failed=not held)


@command.command()
@_FOLDER
@_LANGUAGE
def publish(folder: Path | None, language: str) -> None:
    """Publish FOLDER (or every one); what was published already stays as it is."""
    from motcua.journal.values import Actor  # noqa: PLC0415 -- needs Django set up
    from motcua.procedures import actions  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    by, at = Actor(kind="system", key="library", name="motcua library publish"), clock.now()
    done = _told(
        lambda: (
            (actions.publish(folder=folder.resolve(), by=by, at=at),)
            if folder
            else actions.publish_library(by=by, at=at)
        ),
        language,
    )
    for one in done or ():
        click.echo(f"{one.code} v{one.version}: {one.digest[:12]} {'+' if one.new else '='}")
    guides = _told(partial(actions.publish_guides, by=by, at=at), language) if done else ()
    for code in guides or ():
        click.echo(f"{code} guide: +")
    _end(failed=done is None or guides is None)


@command.command()
def guides() -> None:
    """Tell how complete the guide of each published service is."""
    from motcua.procedures import queries  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    found = queries.guides(clock.today())
    for one in found:
        marks = "  ".join(f"{'✓' if there else '–'} {part}" for part, there in one.parts.items())
        click.echo(f"{one.code}  {marks}  {one.name}")
    complete = sum(one.is_complete for one in found)
    click.echo(f"{complete} of {len(found)} complete")


@command.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if stale.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs/reference/workflows"),
    show_default=True,
)
@_LANGUAGE
def draw(only_check: bool, output: Path, language: str) -> None:  # noqa: FBT001 -- click flag
    """Draw both state tables, every workflow (Mermaid) and every set of criteria.

    Workflows go to OUTPUT, criteria to the folder `criteria` beside it."""
    from motcua.cli import criteria  # noqa: PLC0415 -- needs Django set up

    stale = [
        path
        for place, pages in (
            (output, dict(_pages(language))),
            (output.with_name("criteria"), dict(criteria.pages(language))),
        )
        for path in _drawn(place, pages, only_check=only_check)
    ]
    for path in stale if only_check else ():
        click.echo(f"{path}: cũ, hãy chạy “motcua library draw” (stale)", err=True)
    _end(failed=only_check and bool(stale))


def _drawn(place: Path, pages: dict[str, str], *, only_check: bool) -> list[Path]:
    """Name the pages of a folder that are stale, and write them anew unless only checking."""
    kept = {path.name: path.read_text("utf-8") for path in sorted(place.glob("*.md"))}
    stale = sorted({name for name in pages | kept if pages.get(name) != kept.get(name)})
    for name in () if only_check else stale:
        if name in pages:
            place.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(pages[name], "utf-8")
        else:
            (place / name).unlink()
    return [place / name for name in stale]


def _pages(language: str) -> Iterator[tuple[str, str]]:
    from motcua.evaluation.rules import moving_drawing  # noqa: PLC0415 -- slow import
    from motcua.procedures.queries.library import forms_library  # noqa: PLC0415 -- Django
    from motcua.procedures.rules.services import read_service  # noqa: PLC0415 -- slow import
    from motcua.workflow.rules import procedure_page, states_page  # noqa: PLC0415 -- slow import

    yield "states.md", states_page()
    yield "campaigns.md", moving_drawing.page()
    for one, root in _folders(None, language):
        forms = forms_library(root)
        service = _told(partial(read_service, one, library=forms), language)
        if service is None:
            _end(failed=True)
            return
        name = f"{service.code}-v{service.version}.md"
        page = procedure_page(code=service.code, name=service.name, definition=service.workflow)
        yield name, page


def _folders(folder: Path | None, language: str) -> Iterator[tuple["Folder", Path]]:
    from django.conf import settings  # noqa: PLC0415 -- needs Django set up

    from motcua.procedures.queries import library  # noqa: PLC0415 -- needs Django set up

    if folder is None:
        for one in library.folders(settings.LIBRARY):
            yield one, settings.LIBRARY
        return
    place = folder.resolve()
    found = _told(lambda: library.folder(place), language)
    if found is None:
        _end(failed=True)
    else:
        yield found, place.parents[2]


def _guides(folder: Path | None) -> Iterator["GuideText"]:
    from django.conf import settings  # noqa: PLC0415 -- needs Django set up

    from motcua.procedures.queries import library  # noqa: PLC0415 -- needs Django set up

    place = folder.resolve() if folder else None
    for one in library.guides(place.parents[2] if place else settings.LIBRARY):
        if place is None or place == one.folder:
            yield one


def _told(reads: Callable[[], _T], language: str) -> _T | None:
    """Give what was read, or tell why it was refused."""
    try:
        return reads()
    except Refused as refused:
        click.echo(refused.sentence.in_(language), err=True)
        return None


def _end(*, failed: bool) -> None:
    if failed:
        raise SystemExit(1)
