"""What the index keeps of a procedure: its words, its facets, and how wanted it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from motcua.kernel.text import fold, sort_key
from motcua.procedures.rules.life_events import LifeEvent, events_of
from motcua.procedures.rules.search_lexicon import Lexicon
from motcua.procedures.rules.search_words import folded
from motcua.procedures.values.catalogue import Audience, Level, Online

_GAPS = re.compile(r"[^a-z0-9]+")
_UNSTATED = {"", "khong co thong tin"}

FIELD, AGENCY, LEVEL, AUDIENCE, ONLINE, LIFE = (
    "field", "agency", "level", "audience", "online", "life",
)  # fmt: skip
DIMENSIONS = (LIFE, AUDIENCE, ONLINE, LEVEL, FIELD, AGENCY)

AUDIENCE_GROUPS = {
    Audience.CITIZEN: "cong-dan",
    Audience.OVERSEAS_VIETNAMESE: "kieu-bao",
    Audience.FOREIGNER: "nguoi-nuoc-ngoai",
    Audience.FOREIGN_RESIDENT: "nguoi-nuoc-ngoai",
    Audience.OFFICIAL: "can-bo",
    Audience.PARTY_MEMBER: "can-bo",
    Audience.ENTERPRISE: "doanh-nghiep",
    Audience.VIETNAMESE_ENTERPRISE: "doanh-nghiep",
    Audience.FOREIGN_INVESTED_ENTERPRISE: "doanh-nghiep",
    Audience.COOPERATIVE: "hop-tac-xa",
    Audience.ORGANISATION: "to-chuc",
    Audience.PARTY_ORGANISATION: "to-chuc",
    Audience.FOREIGN_ORGANISATION: "to-chuc",
}
LEVEL_VALUES = {
    Level.MINISTRY: "bo",
    Level.PROVINCE: "tinh",
    Level.DISTRICT: "huyen",
    Level.COMMUNE: "xa",
    Level.OTHER: "khac",
}
ONLINE_VALUES = {
    Online.FULL: "toan-trinh",
    Online.PARTIAL: "mot-phan",
    Online.UNSTATED: "truc-tuyen",
    Online.NONE: "truc-tiep",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What the catalogue says of a procedure, as far as finding it goes."""

    key: str
    name: str
    field: str
    agency: str
    levels: tuple[Level, ...]
    audiences: tuple[Audience, ...]
    online: Online
    results: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """One facet of a procedure."""

    dimension: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """A procedure as the index keeps it; `title` and `body` are folded words."""

    title: str
    body: str
    sort_name: str
    snippet: str
    prior: float
    tags: tuple[Tag, ...]


def slug(text: str) -> str:
    """Make an address part of a name: `Hộ tịch` is `ho-tich`."""
    return _GAPS.sub("-", fold(text)).strip("-")[:150]


def document(source: Source, *, lexicon: Lexicon, events: Sequence[LifeEvent]) -> Document:
    """Make what the index keeps of one procedure."""
    named = (text.strip(" -–+*•") for text in source.results)
    results = tuple(text for text in named if fold(text) not in _UNSTATED)
    title = folded(source.name)
    others = folded(" ".join((source.field, source.agency, *results)))
    full = [lexicon.abbreviations.get(word, "") for word in f"{title} {others}".split()]
    body = dict.fromkeys(" ".join((others, *full)).split())
    return Document(
        title=title,
        body=" ".join(body),
        sort_name=sort_key(source.name)[:400],
        snippet=_cut("; ".join(dict.fromkeys(results))),
        prior=prior(source, lexicon.popular),
        tags=tuple(_tags(source, events)),
    )


def prior(source: Source, popular: Sequence[str]) -> float:
    """How wanted a procedure is: the most used by their list, others by whom they serve."""
    if source.key in popular:
        return 1.0 - 0.4 * popular.index(source.key) / max(len(popular), 1)
    reach = 0.15 * (Level.COMMUNE in source.levels) + 0.15 * (Audience.CITIZEN in source.audiences)
    return reach + {Online.FULL: 0.15, Online.PARTIAL: 0.08, Online.UNSTATED: 0.05}.get(
        source.online, 0.0
    )


def _tags(source: Source, events: Sequence[LifeEvent]) -> list[Tag]:
    tags = {(AUDIENCE, AUDIENCE_GROUPS[audience]): "" for audience in source.audiences} | {
        (LEVEL, LEVEL_VALUES[level]): "" for level in source.levels
    }
    tags[ONLINE, ONLINE_VALUES[source.online]] = ""
    for dimension, name in ((FIELD, source.field), (AGENCY, source.agency)):
        if fold(name).strip() not in _UNSTATED and slug(name):
            tags[dimension, slug(name)] = name.strip()
    for event in events_of(name=source.name, field=source.field, key=source.key, events=events):
        tags[LIFE, event.code] = event.title.vi
    return [Tag(dimension, value, label) for (dimension, value), label in tags.items()]


def _cut(text: str, longest: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"
