"""Reading rows of lists: in scope, filtered, in order, page by page or all of them in a stream.

A page is read from one index for each subtree that an officer's roles cover, and the parts are
merged: an OR over subtrees would make the database sort all of them. Rows that lack the moment they
are sorted by come last in either direction, which takes a second read where a page reaches them.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django.db.models import F, Q, QuerySet

from motcua.agencies import queries as agencies
from motcua.dossiers.models import ListRow
from motcua.dossiers.queries import searching
from motcua.dossiers.queries.columns import Column, Filter, ListLine, columns_of
from motcua.dossiers.queries.handover import held_for_others
from motcua.dossiers.queries.lists_wanted import Wanted, day_of
from motcua.dossiers.queries.scope import CASE_ROLES
from motcua.dossiers.values import Channel
from motcua.identity.values import Viewer
from motcua.kernel.calendar import HANOI
from motcua.workflow.values import State

PAGE = 50
OPEN_LATE, OPEN_IN_TIME = "dang", "con"
"""What is not settled yet: past its day, or with its day still to come."""
_STREAMED = 2000
After = tuple[str | datetime | None, int]
"""Where a page ends: what its last row is sorted by (None: it lacks it), and the row's number."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list. `after` starts the next page; None when this is the last."""

    lines: tuple[ListLine, ...]
    after: After | None


def listed(
    *, viewer: Viewer, wanted: Wanted, at: datetime, after: After | None = None, size: int = PAGE
) -> ListPage:
    """Return a page of all dossiers in the viewer's subtrees, as `wanted` says.

    With them come those which the viewer's desk took in for others and still has.
    """
    parts = [
        _part(scope, wanted, after=after, size=size + 1) for scope in _scopes(viewer, wanted, at)
    ]
    found = list(islice(_merged(parts, wanted), size + 1))
    last = found[size - 1] if len(found) > size else None
    return ListPage(
        lines=tuple(line_of(row) for row in found[:size]),
        after=(getattr(last, wanted.sorted_by.order), last.pk) if last else None,
    )


def streamed(*, viewer: Viewer, wanted: Wanted, at: datetime) -> Iterator[ListLine]:
    """Give every line of a list in its order, holding no more than a few thousand rows.

    Rows come from a cursor of the database, one for each of the viewer's subtrees.
    """
    parts = [_stream(rows, wanted) for rows in _scopes(viewer, wanted, at)]
    return (line_of(row) for row in _merged(parts, wanted))


def number_listed(*, viewer: Viewer, wanted: Wanted, at: datetime) -> int:
    """Count a list; for jobs and small answers, no page of a list counts."""
    return sum(rows.count() for rows in _scopes(viewer, wanted, at))


def line_of(row: ListRow) -> ListLine:
    """Turn a row into its value."""
    return ListLine(
        number=row.pk,
        code=row.code,
        service_code=row.service_code,
        service_name=row.service_name,
        applicant_name=row.applicant_name,
        agency_code=row.agency_code,
        state=State(row.state),
        step=row.step,
        officer_key=row.officer_key,
        officer_name=row.officer_name,
        channel=Channel(row.channel),
        submitted_at=row.submitted_at,
        due_at=row.due_at,
        case_code=row.case_code,
        accepted_at=row.accepted_at,
        resolved_at=row.resolved_at,
        ended_at=row.ended_at,
        was_late=row.was_late,
        late_from=row.late_from,
    )


def narrowed(wanted: Wanted, *, paths: tuple[str, ...], at: datetime) -> Q:
    """Give the condition that the filters of a list's columns make on its rows."""
    where = Q()
    for column in columns_of(wanted.list_name):
        values = {
            name: wanted.filters[name] for name in column.parameters if name in wanted.filters
        }
        if values:
            where &= _FILTERS[column.filter](column, values, (paths, at))
    return where


def _scopes(viewer: Viewer, wanted: Wanted, at: datetime) -> list[QuerySet[ListRow]]:
    paths = viewer.paths(*CASE_ROLES)
    chosen = _chosen_path(wanted)
    tops = (
        [chosen if chosen.startswith(path) else path for path in paths] if chosen else list(paths)
    )
    scopes = [
        ListRow.objects.filter(
            _below(path), narrowed(wanted, paths=(path,), at=at), _text(wanted, (path,))
        )
        for path in tops
    ]
    taken_in = tuple(one for one in held_for_others(viewer) if not one[1].startswith(paths))
    if taken_in:
        there = tuple({path for _, path in taken_in})
        scopes.append(
            ListRow.objects.filter(
                narrowed(wanted, paths=there, at=at),
                _text(wanted, there),
                pk__in=[number for number, _ in taken_in],
            )
        )
    return scopes


def _chosen_path(wanted: Wanted) -> str:
    code = wanted.filters.get("co-quan")
    if not code:
        return ""
    try:
        return agencies.agency(code).path
    except agencies.AgencyUnknown:
        return ""


def _below(path: str) -> Q:
    """Ask for one agency by its path, or for a province's, so that rows leave an index in order."""
    if agencies.stands_alone(path):
        return Q(agency_path=path)
    top = path.split(".", maxsplit=1)[0] + "."
    return Q(province=top) if path == top else Q(province=top, agency_path__startswith=path)


def _text(wanted: Wanted, paths: tuple[str, ...]) -> Q:
    if not wanted.text:
        return Q()
    return searching.found_by(searching.asked_words(wanted.text), paths=paths)


def _part(
    rows: QuerySet[ListRow], wanted: Wanted, *, after: After | None, size: int
) -> Iterator[ListRow]:
    """Read a page of one subtree: those with a moment to sort by, then those without."""
    order = wanted.sorted_by.order
    lacking = after is not None and after[0] is None
    found: list[ListRow] = []
    if not lacking:
        found = list(_ordered(_beyond(_having(rows, order), wanted, after), wanted)[:size])
    if len(found) < size and _may_lack(order):
        rest = rows.filter(**{f"{order}__isnull": True})
        if lacking and after is not None:
            rest = rest.filter(**{f"pk__{'lt' if wanted.backwards else 'gt'}": after[1]})
        found += rest.order_by("-pk" if wanted.backwards else "pk")[: size - len(found)]
    return iter(found)


def _stream(rows: QuerySet[ListRow], wanted: Wanted) -> Iterator[ListRow]:
    order = wanted.sorted_by.order
    yield from _ordered(_having(rows, order), wanted).iterator(chunk_size=_STREAMED)
    if _may_lack(order):
        rest = rows.filter(**{f"{order}__isnull": True})
        yield from rest.order_by("-pk" if wanted.backwards else "pk").iterator(chunk_size=_STREAMED)


def _may_lack(order: str) -> bool:
    return bool(ListRow._meta.get_field(order).null)


def _having(rows: QuerySet[ListRow], order: str) -> QuerySet[ListRow]:
    return rows.filter(**{f"{order}__isnull": False}) if _may_lack(order) else rows


def _ordered(rows: QuerySet[ListRow], wanted: Wanted) -> QuerySet[ListRow]:
    order, number = F(wanted.sorted_by.order), F("dossier_id")
    if wanted.backwards:
        return rows.order_by(order.desc(), number.desc())
    return rows.order_by(order.asc(), number.asc())


def _beyond(rows: QuerySet[ListRow], wanted: Wanted, after: After | None) -> QuerySet[ListRow]:
    """Leave out what earlier pages showed; the first comparison alone is what the index needs."""
    if after is None:
        return rows
    order, sign = wanted.sorted_by.order, "lt" if wanted.backwards else "gt"
    value, number = after
    same_or_beyond = Q(**{f"{order}__{sign}e": value})
    return rows.filter(
        same_or_beyond, Q(**{f"{order}__{sign}": value}) | Q(**{f"pk__{sign}": number})
    )


def _merged(parts: list[Iterator[ListRow]], wanted: Wanted) -> Iterator[ListRow]:
    if len(parts) == 1:
        return parts[0]
    order = wanted.sorted_by.order
    if wanted.backwards:
        return heapq.merge(*parts, key=lambda row: _key(row, order, lacking=0), reverse=True)
    return heapq.merge(*parts, key=lambda row: _key(row, order, lacking=1))


def _key(row: ListRow, order: str, *, lacking: int) -> tuple[Any, ...]:
    value = getattr(row, order)
    return (lacking, 0, row.pk) if value is None else (1 - lacking, value, row.pk)


def _is_choice(column: Column, values: Mapping[str, str], _: object) -> Q:
    return Q(**{column.row: values[column.name]})


def _holds_words(column: Column, values: Mapping[str, str], given: tuple[Any, datetime]) -> Q:
    typed, (paths, _) = values[column.name], given
    if column.name == "can-bo":
        return Q(officer_name__icontains=typed)
    asked = searching.said_by_applicant if column.name == "nguoi-nop" else searching.asked_words
    return searching.found_by(asked(typed), paths=paths)


def _in_period(column: Column, values: Mapping[str, str], _: object) -> Q:
    first, last = (day_of(values.get(name, "")) for name in column.parameters)
    where = Q()
    if first:
        where &= Q(**{f"{column.row}__gte": _midnight(first)})
    if last:
        where &= Q(**{f"{column.row}__lt": _midnight(last + timedelta(days=1))})
    return where


def _is_late(_: Column, values: Mapping[str, str], given: tuple[Any, datetime]) -> Q:
    late, open_late = Q(was_late=True), Q(late_from__lt=given[1])
    asked = {
        "1": late | open_late,
        OPEN_LATE: open_late,
        OPEN_IN_TIME: Q(late_from__gte=given[1]),
    }
    return asked.get(values["qua-han"], ~(late | open_late))


def _in_subtree(_: Column, values: Mapping[str, str], __: object) -> Q:
    return Q(agency_path__startswith=_path_of(values["co-quan"]))


def _path_of(code: str) -> str:
    """Give an agency's path; one that is in no row where there is no such agency."""
    try:
        return agencies.agency(code).path
    except agencies.AgencyUnknown:
        return "?"


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), HANOI).astimezone(UTC)


_FILTERS: Mapping[Filter, Callable[[Column, Mapping[str, str], Any], Q]] = {
    Filter.CHOICE: _is_choice,
    Filter.WORDS: _holds_words,
    Filter.PERIOD: _in_period,
    Filter.LATE: _is_late,
    Filter.SUBTREE: _in_subtree,
}
