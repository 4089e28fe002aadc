"""Loading the library: calendars, the units of the country, and the agencies that follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.db import transaction

from motcua.agencies.events import LibraryLoaded
from motcua.agencies.models import Agency, CalendarYear, LibraryState, Succession, Territory
from motcua.agencies.queries.state import LIBRARY
from motcua.agencies.rules.founding import Founded, MinistryEntry, found, read_ministries
from motcua.agencies.rules.territory import SHEETS, Country, read_country
from motcua.agencies.values import Loaded
from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.calendar.files import YearTable, read_year
from motcua.kernel.definitions.source import decode
from motcua.kernel.text import tokens
from motcua.kernel.words import Refused, Sentence

MINISTRIES = "agencies/ministries.yaml"
_BATCH = 2000


class LibraryIncomplete(Refused):
    """A folder holds no library, or a part of it is missing."""


@dataclass(frozen=True, slots=True)
class _Library:
    years: tuple[YearTable, ...]
    country: Country
    ministries: tuple[MinistryEntry, ...]


def load_library(*, library: Path, by: Actor, at: datetime) -> Loaded:
    """Bring the rows in line with the files under `library`; nothing happens if they are already.

    Takes `calendar/<year>.yaml`, the newest edition under `territory/` and
    `agencies/ministries.yaml`. Agencies that are no longer in the files stay. Raises
    `DefinitionRefused` with every problem of a file, `LibraryIncomplete`.
    """
    files = _files(library)
    digest = _digest(files)
    state = LibraryState.objects.filter(name=LIBRARY).first()
    if state is not None and state.digest == digest:
        return _stands(changed=False)
    read = _read(files)
    with transaction.atomic():
        _write_calendar(read.years)
        places = _write_territory(read.country)
        _write_agencies(found(read.ministries, read.country), places)
        LibraryState.objects.update_or_create(
            name=LIBRARY, defaults={"digest": digest, "token": uuid4()}
        )
        loaded = _stands(changed=True)
        event = LibraryLoaded(
            subject="library:agencies",
            digest=digest,
            edition=read.country.edition,
            communes=loaded.communes,
            agencies=loaded.agencies,
        )
        record(event=event, by=by, at=at)
    return loaded


def _files(library: Path) -> dict[str, bytes]:
    """Give every file this package reads, by its path under the library."""
    editions = sorted(path.parent for path in library.glob("territory/*/edition.yaml"))
    years = sorted(library.glob("calendar/*.yaml"))
    needed = [library / MINISTRIES]
    if editions:
        needed += [editions[-1] / name for name in ("edition.yaml", *SHEETS)]
    missing = [str(path) for path in needed if not path.is_file()]
    if missing or not editions or not years:
        what = ", ".join(missing) or "calendar/, territory/"
        raise LibraryIncomplete(
            Sentence(
                f"Thư mục {library} thiếu {what}. Bạn hãy trỏ MOTCUA_LIBRARY tới thư mục library.",
                f"The folder {library} lacks {what}. Point MOTCUA_LIBRARY to the library folder.",
            )
        )
    return {str(path.relative_to(library)): path.read_bytes() for path in [*years, *needed]}


def _digest(files: dict[str, bytes]) -> str:
    whole = sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def _read(files: dict[str, bytes]) -> _Library:
    texts = {name: decode(content, name=name) for name, content in files.items()}
    folder = next(name for name in texts if name.endswith("edition.yaml")).rpartition("/")[0]
    sheets = {
        name.rpartition("/")[2]: text
        for name, text in texts.items()
        if name.startswith(f"{folder}/")
    }
    years = (
        read_year(text, name=name) for name, text in texts.items() if name.startswith("calendar/")
    )
    return _Library(
        years=tuple(years),
        country=read_country(sheets, folder=folder),
        ministries=read_ministries(texts[MINISTRIES], name=MINISTRIES),
    )


def _write_calendar(years: Iterable[YearTable]) -> None:
    CalendarYear.objects.bulk_create(
        [CalendarYear(year=table.year, days=[_day(e) for e in table.days]) for table in years],
        update_conflicts=True,
        unique_fields=["year"],
        update_fields=["days"],
    )


def _day(entry: Any) -> list[Any]:
    day = entry.day
    return [
        day.on.isoformat(),
        day.kind.value,
        day.name.vi,
        day.name.en,
        day.decision,
        day.official,
    ]


def _write_territory(country: Country) -> dict[str, int]:
    """Write provinces, communes and their lineage; give the row of each code."""
    edition = country.edition
    _upsert_territory(
        Territory(edition=edition, code=p.code, kind=p.kind, name=p.name) for p in country.provinces
    )
    provinces = _places(edition)
    _upsert_territory(
        Territory(
            edition=edition, code=c.code, kind=c.kind, name=c.name, parent_id=provinces[c.province]
        )
        for c in country.communes
    )
    places = _places(edition)
    Succession.objects.filter(territory__edition=edition).delete()
    Succession.objects.bulk_create(
        (
            Succession(
                former_code=origin.code,
                former_name=origin.name,
                folded=" ".join(tokens(origin.name)),
                whole=origin.whole,
                territory_id=places[commune.code],
            )
            for commune in country.communes
            for origin in commune.origins
        ),
        batch_size=_BATCH,
    )
    return places


def _upsert_territory(rows: Iterable[Territory]) -> None:
    Territory.objects.bulk_create(
        rows,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["edition", "code"],
        update_fields=["kind", "name", "parent"],
    )


def _places(edition: str) -> dict[str, int]:
    return dict(Territory.objects.filter(edition=edition).values_list("code", "id"))


def _write_agencies(agencies: Iterable[Founded], places: dict[str, int]) -> None:
    """Write agencies level by level, because a row needs that of its parent."""
    levels: dict[int, list[Founded]] = {}
    for agency in agencies:
        levels.setdefault(agency.code.count("."), []).append(agency)
    for _, level in sorted(levels.items()):
        rows = dict(Agency.objects.values_list("code", "id"))
        Agency.objects.bulk_create(
            [
                Agency(
                    code=agency.code,
                    path=f"{agency.code}.",
                    parent_id=rows[agency.parent] if agency.parent else None,
                    kind=agency.kind.value,
                    name=agency.name,
                    short_name=agency.short_name,
                    territory_id=places[agency.territory] if agency.territory else None,
                    official=agency.official,
                )
                for agency in level
            ],
            batch_size=_BATCH,
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["kind", "name", "short_name", "territory", "official"],
        )


def _stands(*, changed: bool) -> Loaded:
    return Loaded(
        changed=changed,
        years=tuple(CalendarYear.objects.order_by("year").values_list("year", flat=True)),
        provinces=Territory.objects.filter(parent=None).count(),
        communes=Territory.objects.filter(parent__isnull=False).count(),
        successions=Succession.objects.count(),
        agencies=Agency.objects.count(),
    )
