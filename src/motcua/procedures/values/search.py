"""What finding a procedure gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a name; `is_match` where it answers the query."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One procedure found. `why` is empty, or the everyday words that led to it."""

    code: str
    name: str
    snippet: str
    field: str
    agency: str
    level: str
    """Levels that settle it, `|province|commune|` (values.catalogue.unbarred)."""
    online: str
    why: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits, `total` of them in all (`is_capped`: at least that many).

    `corrected` is what was searched for in the place of a misspelt query, `everyday` pairs of what
    was said and what official names call it, both empty otherwise;
    `ids` are all hits in order, for counting facets.
    """

    hits: tuple[SearchHit, ...]
    total: int
    is_capped: bool = False
    corrected: str = ""
    everyday: tuple[str, str] | None = None
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value a list can be narrowed to, and how many procedures it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list: `dimension` as in the index, most frequent values first."""

    dimension: str
    values: tuple[FacetValue, ...]
