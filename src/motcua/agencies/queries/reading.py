"""Reading agencies."""

from django.db.models import QuerySet

from motcua.agencies.models import Agency
from motcua.agencies.queries.state import Kept
from motcua.agencies.queries.territory import territory, value
from motcua.agencies.values import AgencyKind, AgencyUnknown, AgencyView
from motcua.kernel.words import Sentence


def agency(code: str) -> AgencyView:
    """Give an agency by its code, root first; kept in the process. Raises `AgencyUnknown`."""
    return _agencies.get(str(code))


def units_of(code: str) -> tuple[AgencyView, ...]:
    """Give the agencies right below one, by code; kept in the process. Raises `AgencyUnknown`."""
    agency(code)
    return _units.get(str(code))


def of_kind(kind: AgencyKind) -> tuple[AgencyView, ...]:
    """Give all agencies of a kind, by code; kept in the process."""
    return _of_kind.get(kind)


def competent(kind: str, territory_code: str) -> AgencyView:
    """Give the agency of a kind that serves a province or commune.

    `kind` is an `AgencyKind` or its value. Where a commune has none of its own, its province's
    serves it. Raises `TerritoryUnknown`, `AgencyUnknown`.
    """
    return _competent.get((str(kind), territory_code))


def stands_alone(path: str) -> bool:
    """Tell whether the agency at a path has nothing below it; kept in the process."""
    return _alone.get(path)


def unknown(code: str) -> AgencyUnknown:
    """Make the refusal of a code that no agency has."""
    return AgencyUnknown(
        Sentence(
            f"Không có cơ quan nào mang mã “{code[:40]}”. Bạn hãy xem lại mã định danh.",
            f"No agency has the code “{code[:40]}”. Check the identifier.",
        )
    )


def _rows() -> QuerySet[Agency]:
    return Agency.objects.select_related("parent", "territory__parent")


def _view(row: Agency) -> AgencyView:
    return AgencyView(
        code=row.code,
        name=row.name,
        short_name=row.short_name,
        kind=AgencyKind(row.kind),
        path=row.path,
        parent_code=row.parent.code if row.parent else None,
        territory=value(row.territory) if row.territory else None,
        phone=row.phone,
        email=row.email,
        address=row.address,
        official=row.official,
    )


def _read(code: str) -> AgencyView:
    row = None if "\0" in code else _rows().filter(code=code).first()
    if row is None:
        raise unknown(code)
    return _view(row)


def _read_competent(key: tuple[str, str]) -> AgencyView:
    kind, territory_code = key
    place = territory(territory_code)
    for code in filter(None, (place.code, place.province_code)):
        row = (
            _rows()
            .filter(territory__edition=place.edition, territory__code=code, kind=kind)
            .order_by("code")
            .first()
        )
        if row is not None:
            return _view(row)
    raise AgencyUnknown(
        Sentence(
            f"{place.address} chưa có cơ quan loại này.",
            f"{place.address} has no agency of this kind.",
        )
    )


def _has_nothing_below(path: str) -> bool:
    return not Agency.objects.filter(path__startswith=path).exclude(path=path).exists()


_alone: Kept[str, bool] = Kept(_has_nothing_below)
_agencies: Kept[str, AgencyView] = Kept(_read)
_competent: Kept[tuple[str, str], AgencyView] = Kept(_read_competent)


def _read_units(code: str) -> tuple[AgencyView, ...]:
    return tuple(_view(row) for row in _rows().filter(parent__code=code).order_by("code"))


_units = Kept(_read_units)


def _read_kind(kind: AgencyKind) -> tuple[AgencyView, ...]:
    return tuple(_view(row) for row in _rows().filter(kind=kind).order_by("code"))


_of_kind: Kept[AgencyKind, tuple[AgencyView, ...]] = Kept(_read_kind)
