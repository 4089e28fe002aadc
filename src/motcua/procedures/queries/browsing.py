"""Browsing the catalogue: lists narrowed by facets, their counts, and what most people come for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count, Max, QuerySet

from motcua.procedures.models.search import SearchEntry, SearchTag
from motcua.procedures.queries.search_engine import engine, lexicon
from motcua.procedures.rules.search_index import DIMENSIONS
from motcua.procedures.values.search import Facet, FacetValue, SearchHit, SearchResult

Filters = Mapping[str, str]


def browse(*, filters: Filters | None = None, limit: int = 20, offset: int = 0) -> SearchResult:
    """List procedures, the most wanted first, then by name. Two queries."""
    rows = _narrowed(filters or {})
    page = rows.order_by("-prior", "sort_name", "pk")[offset : offset + limit]
    return SearchResult(hits=tuple(map(_hit, page)), total=rows.count())


def facets(
    *, filters: Filters | None = None, ids: Sequence[int] | None = None
) -> tuple[Facet, ...]:
    """Count by how a list can be narrowed: the whole catalogue, a filtered list, or found `ids`.

    One query; the whole catalogue's counts stand in the index already.
    """
    if ids is None and not filters:
        return _facets(engine().facets)
    rows = SearchEntry.objects.filter(pk__in=ids) if ids is not None else _narrowed(filters or {})
    tags = SearchTag.objects.filter(entry__in=rows.order_by())
    counted = tags.values("dimension", "value").annotate(label=Max("label"), number=Count("pk"))
    ordered = counted.order_by("-number", "value")
    return _facets((row["dimension"], row["value"], row["label"], row["number"]) for row in ordered)


def popular(limit: int = 8) -> tuple[SearchHit, ...]:
    """Give the services most people come for, as far as the catalogue has them. One query."""
    wanted = lexicon().popular
    rows = SearchEntry.objects.filter(key__in=wanted).order_by("-prior")[:limit]
    return tuple(map(_hit, rows))


def names(keys: Iterable[str]) -> dict[str, str]:
    """Give the names of procedures by key, of those the catalogue has. One query."""
    return dict(SearchEntry.objects.filter(key__in=tuple(keys)).values_list("key", "name"))


def every_key() -> tuple[str, ...]:
    """Give the key of every procedure that can be found, in order."""
    return tuple(SearchEntry.objects.order_by("key").values_list("key", flat=True))


def size() -> int:
    """Count the procedures that can be found."""
    return engine().known.documents


def _narrowed(filters: Filters) -> QuerySet[SearchEntry]:
    rows = SearchEntry.objects.all()
    for dimension, value in filters.items():
        rows = rows.filter(tags__dimension=dimension, tags__value=value)
    return rows


def _facets(rows: Iterable[tuple[str, str, str, int]]) -> tuple[Facet, ...]:
    values: defaultdict[str, list[FacetValue]] = defaultdict(list)
    for dimension, value, label, number in rows:
        values[dimension].append(FacetValue(value, label, number))
    return tuple(
        Facet(dimension, tuple(values[dimension])) for dimension in DIMENSIONS if values[dimension]
    )


def _hit(row: SearchEntry) -> SearchHit:
    return SearchHit(
        code=row.key,
        name=row.name,
        snippet=row.snippet,
        field=row.field_name,
        agency=row.agency_name,
        level=row.levels,
        online=row.online,
    )
