"""Editions as their officers see them: who may read, edit and decide, and what is wrong in one."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache, reduce
from operator import or_
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Max, Min, Q, QuerySet

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind
from motcua.documents.queries import layouts
from motcua.forms import rules as forms
from motcua.forms.values import FormDefinition, Library, Units
from motcua.identity.values import Grant, Role, Viewer
from motcua.kernel.definitions import DefinitionRefused, Problem
from motcua.kernel.definitions.source import decode
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.models.editing import Edition, EditionStep
from motcua.procedures.models.services import PublishedService
from motcua.procedures.queries import library as on_disk
from motcua.procedures.rules import scenarios
from motcua.procedures.rules.editing import faults as telling
from motcua.procedures.rules.editing import trying
from motcua.procedures.rules.editing.trees import from_text, to_lines
from motcua.procedures.rules.guides import read_guide
from motcua.procedures.rules.services import Folder, read_service
from motcua.procedures.values.editing import (
    NAMES,
    EditionLine,
    EditionStatus,
    EditionView,
    Fault,
    Place,
    Section,
    Trees,
)
from motcua.procedures.values.services import Outcome, ServiceVersion

READERS = (Role.PROCEDURE_ADMIN, Role.APPROVER)
_TOO_LOW = {AgencyKind.COMMUNE, AgencyKind.POLICE_COMMUNE, AgencyKind.DESK}


class EditionUnknown(Refused):
    """There is no such edition, or not for this viewer."""

    def __init__(self) -> None:
        super().__init__(Sentence("Không có bản soạn này.", "There is no such edition."))


def editions(*, viewer: Viewer) -> tuple[EditionLine, ...]:
    """Give the editions of the agencies in the viewer's charge, open ones first, newest first."""
    rows = _seen_by(viewer).exclude(status=EditionStatus.DISCARDED.value)
    lines = [
        EditionLine(
            key=row.key,
            code=row.code,
            version=row.version,
            name=row.name,
            status=EditionStatus(row.status),
            author=row.author_name,
            saved_at=row.saved_at,
            saved_by=row.saved_by,
        )
        for row in rows.order_by("-saved_at")[:200]
    ]
    return tuple(sorted(lines, key=lambda line: line.status is EditionStatus.PUBLISHED))


def edition(*, viewer: Viewer, key: UUID) -> EditionView:
    """Give an edition whole; raises EditionUnknown."""
    row = _seen_by(viewer).filter(key=key).first()
    if row is None:
        raise EditionUnknown
    ends = row.steps.aggregate(first=Min("number"), last=Max("number"))
    around = {
        step.number: step for step in row.steps.filter(number__in=(row.position, row.position + 1))
    }
    status = EditionStatus(row.status)
    roles = viewer.roles_at(row.agency_path)
    told = around.get(row.position + 1)
    return EditionView(
        key=row.key,
        code=row.code,
        version=row.version,
        name=row.name,
        status=status,
        revision=row.revision,
        position=row.position,
        first=ends["first"] or 0,
        last=ends["last"] or 0,
        trees=json.loads(around[row.position].trees),
        agency_code=row.agency_code,
        agency_path=row.agency_path,
        author=row.author_name,
        contributors=tuple(row.contributors),
        approver=row.approver_name,
        comment=row.comment,
        saved_at=row.saved_at,
        saved_by=row.saved_by,
        may_edit=status.is_open and Role.PROCEDURE_ADMIN in roles,
        may_decide=status is EditionStatus.PROPOSED
        and bool(roles & set(READERS))
        and str(viewer.key) not in row.contributors,
        undoes=around[row.position].words if row.position > (ends["first"] or 0) else "",
        redoes=told.words if told else "",
    )


def home_of(viewer: Viewer) -> Grant | None:
    """Give where the viewer edits for: the highest agency above a commune they administer.

    Catalogues are kept by ministries and provinces (TT 21/2023; provinces' regulations), so a
    commune's administrator has none.
    """
    held = [grant for grant in viewer.grants if grant.role is Role.PROCEDURE_ADMIN]
    high = (grant for grant in held if not _too_low(grant.agency_code))
    return min(high, key=lambda grant: len(grant.agency_path), default=None)


def _too_low(code: str) -> bool:
    above: str | None = code
    while above:
        agency = agencies.agency(above)
        if agency.kind in _TOO_LOW:
            return True
        above = agency.parent_code
    return False


def _seen_by(viewer: Viewer) -> QuerySet[Edition]:
    paths = viewer.paths(*READERS)
    if not paths:
        return Edition.objects.none()
    return Edition.objects.filter(reduce(or_, (Q(agency_path__startswith=path) for path in paths)))


def published_trees(code: str) -> tuple[int, Trees] | None:
    """Give the newest published version of a service as trees, with its number."""
    row = PublishedService.objects.filter(code=code).order_by("-version").first()
    return _as_trees(row) if row else None


def _as_trees(row: PublishedService) -> tuple[int, Trees]:
    texts = {name: row.files.get(f"{name}.yaml") for name in NAMES}
    return row.version, {
        name: from_text(text, name=f"{name}.yaml") for name, text in texts.items() if text
    }


def published_before(view: EditionView) -> tuple[int, Trees] | None:
    """Give the published version before an edition as trees, with its number."""
    row = (
        PublishedService.objects.filter(code=view.code, version__lt=view.version)
        .order_by("-version")
        .first()
    )
    return _as_trees(row) if row else None


def last_number(code: str) -> int:
    """Give the highest number of a version of a service: published, edited or in the library."""
    published = PublishedService.objects.filter(code=code).aggregate(most=Max("version"))
    edited = Edition.objects.filter(code=code).exclude(status=EditionStatus.DISCARDED.value)
    folders = (Path(settings.LIBRARY) / "procedures" / code).glob("v*")
    numbers = [int(path.name[1:]) for path in folders if path.name[1:].isdecimal()]
    found = (published["most"], edited.aggregate(most=Max("version"))["most"], *numbers)
    return max(number or 0 for number in (*found, 0))


def steps(*, viewer: Viewer, key: UUID) -> tuple[tuple[int, str], ...]:
    """Give the kept steps of an edition, newest first: number and what was done."""
    rows = EditionStep.objects.filter(edition__in=_seen_by(viewer).filter(key=key))
    return tuple(rows.order_by("-number").values_list("number", "words")[:100])


# ---------------------------------------------------------------- what is wrong in it
def folder_of(view: EditionView) -> Folder:
    """Give the folder an edition is published as."""
    return telling.folder_of(view.trees, code=view.code, version=view.version, profiles=profiles())


def faults(view: EditionView, *, today: date) -> tuple[Fault, ...]:
    """Give everything that keeps an edition from being published, section by section."""
    written = json.dumps(view.trees, ensure_ascii=False)
    found = (*_problems(view.code, view.version, written), *_guide_problems(view))
    told = [*telling.placed(found, view.trees), *_behind(view), *telling.timing(view.trees, today)]
    told += telling.prints(view.trees, layouts())
    once: dict[tuple[Place, str], Fault] = {}
    for one in told:
        once.setdefault((one.at, one.what.vi), one)
    return tuple(sorted(once.values(), key=lambda one: list(Section).index(one.section)))


def _behind(view: EditionView) -> tuple[Fault, ...]:
    """Give the faults that the reader does not come to while the law or scenarios are missing."""
    whole = trying.filled_in(view.trees)
    read = _read(view.code, view.version, json.dumps(whole, ensure_ascii=False))
    if isinstance(read, ServiceVersion):
        return ()
    return tuple(one for one in telling.placed(read, whole) if one.section is not Section.SCENARIOS)


def _guide_problems(view: EditionView) -> tuple[Problem, ...]:
    if "guide" not in view.trees:
        return ()
    try:
        read_guide(
            to_lines(view.trees["guide"]),
            name="guide.yaml",
            code=view.code,
            version=view.version,
        )
    except DefinitionRefused as refused:
        return refused.problems
    return ()


def readable(view: EditionView) -> ServiceVersion | None:
    """Give the version that an edition makes, or None while something is wrong in its files."""
    read = _read(view.code, view.version, json.dumps(view.trees, ensure_ascii=False))
    return read if isinstance(read, ServiceVersion) else None


def on_trial(view: EditionView) -> ServiceVersion | tuple[Fault, ...]:
    """Give the version to be tried out while scenarios or the law are missing, or why not."""
    whole = trying.filled_in(view.trees)
    read = _read(view.code, view.version, json.dumps(whole, ensure_ascii=False))
    return read if isinstance(read, ServiceVersion) else telling.placed(read, view.trees)


def form_of(view: EditionView) -> FormDefinition | tuple[Fault, ...]:
    """Give the form alone, which may be looked at while other parts are wrong, or why not."""
    text = to_lines(view.trees.get("form", {}))
    try:
        return forms.load(text, name="form.yaml", library=library())
    except DefinitionRefused as refused:
        return telling.placed(refused.problems, view.trees)


def try_out(
    service: ServiceVersion, answers: Mapping[str, Any], *, at: datetime, units: Units
) -> trying.Tried:
    """Say what a form filled in at a moment costs and asks for, and when it is due."""
    calendar = on_disk.official_calendar(Path(settings.LIBRARY))
    return trying.try_out(service, answers, at=at, calendar=calendar, units=units)


def outcomes(view: EditionView) -> tuple[Outcome, ...]:
    """Play the scenarios of an edition; none while something is wrong in its files."""
    service = readable(view)
    return _played(service) if service else ()


@lru_cache(maxsize=64)
def _read(code: str, version: int, written: str) -> ServiceVersion | tuple[Problem, ...]:
    folder = telling.folder_of(
        json.loads(written), code=code, version=version, profiles=profiles(), lined=True
    )
    try:
        return read_service(folder, library=library())
    except DefinitionRefused as refused:
        return refused.problems


def _problems(code: str, version: int, written: str) -> tuple[Problem, ...]:
    read = _read(code, version, written)
    if isinstance(read, tuple):
        return read
    return tuple(
        Problem(
            f"{code}/v{version}/scenarios.yaml",
            outcome.line,
            Sentence(
                f"Kịch bản “{outcome.scenario}” không đúng: {one.vi}",
                f"Scenario “{outcome.scenario}” does not hold: {one.en}",
            ),
            Sentence(
                "Hãy sửa định nghĩa, hoặc sửa điều kịch bản chờ đợi",
                "Mend the definition, or what the scenario expects",
            ),
        )
        for outcome in _played(read)
        for one in outcome.problems
    )


@lru_cache(maxsize=64)
def _played(service: ServiceVersion) -> tuple[Outcome, ...]:
    return scenarios.run(service, on_disk.official_calendar(Path(settings.LIBRARY)))


def library() -> Library:
    """Give the lists and the dictionary that forms refer to, read once."""
    return _library(Path(settings.LIBRARY))


@lru_cache(maxsize=2)
def _library(root: Path) -> Library:
    return on_disk.forms_library(root)


def profiles() -> dict[str, str]:
    """Give the texts of the regulation profiles by code."""
    return dict(_profiles(Path(settings.LIBRARY)))


@lru_cache(maxsize=2)
def _profiles(root: Path) -> dict[str, str]:
    files = sorted((root / "profiles").glob("*.yaml"))
    return {file.stem: decode(file.read_bytes(), name=str(file)) for file in files}
