"""Sets of criteria for `motcua library`: check them, draw them."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from motcua.kernel.words import Refused

if TYPE_CHECKING:
    from motcua.evaluation.rules.criteria_lint import World
    from motcua.evaluation.rules.criteria_reading import ReadSet


def is_criteria(path: Path) -> bool:
    """Tell whether a path is a file of criteria, or a folder of them (services are folders)."""
    return path.suffix == ".yaml" or "criteria" in path.resolve().parts[-2:]


def check(path: Path | None, language: str) -> bool:
    """Read every set, or those under a path; tell each problem, and whether all is well."""
    from motcua.evaluation.rules.criteria_lint import lint  # noqa: PLC0415 -- slow import

    well = True
    chosen = _read(path, language)
    world = _world([one for one in chosen if one])
    for one in chosen:
        problems = lint(one, world) if one else ()
        for problem in problems:
            click.echo(problem.text(language), err=True)
        well = well and one is not None and not problems
        if one and not problems:
            found = one.criteria_set
            click.echo(f"{found.name}: {found.digest[:12]} ✓ {len(found.criteria)}")
    return well


def pages(language: str) -> Iterator[tuple[str, str]]:
    """Give the page of each set by its file's name."""
    from motcua.evaluation.rules.criteria_drawing import page  # noqa: PLC0415 -- slow import

    read = [one for one in _read(None, language) if one]
    facts = _world(read).facts
    for one in read:
        found = one.criteria_set
        yield f"{found.code}-{found.version}.md", page(found, facts)


def _read(path: Path | None, language: str) -> list["ReadSet | None"]:
    from motcua.evaluation.queries import criteria  # noqa: PLC0415 -- needs Django set up

    found: list[ReadSet | None] = []
    for file in _files(path):
        try:
            found.append(criteria.read_file(file))
        except Refused as refused:
            click.echo(refused.sentence.in_(language), err=True)
            found.append(None)
    return found


def _files(path: Path | None) -> list[Path]:
    from django.conf import settings  # noqa: PLC0415 -- needs Django set up

    from motcua.evaluation.queries.criteria import FOLDER  # noqa: PLC0415 -- needs Django set up

    place = path or settings.LIBRARY / FOLDER
    return [place] if place.is_file() else sorted(place.glob("**/*.yaml"))


def _world(read: list["ReadSet"]) -> "World":
    """What may be named: also the criteria of sets in the library that are not asked for."""
    from motcua.evaluation.probes import registry  # noqa: PLC0415 -- slow import
    from motcua.evaluation.queries import criteria  # noqa: PLC0415 -- needs Django set up
    from motcua.evaluation.rules.criteria_lint import World  # noqa: PLC0415 -- slow import
    from motcua.measurement.queries.figures import cards  # noqa: PLC0415 -- needs Django set up

    sets = {one.criteria_set.name: one.criteria_set for one in read}
    for file in _files(None):
        with suppress(Refused):  # told when that file itself is checked
            kept = criteria.read_file(file).criteria_set
            sets.setdefault(kept.name, kept)
    return World(
        facts=registry.facts(),
        indicators=[card.code for card in cards()],
        sets=tuple(sets.values()),
    )
