"""Questions that our own pages ask: closed lists, no free text, so that no person is in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from motcua.kernel.words import Sentence
from motcua.measurement.rules.addresses import page_of, procedure_of
from motcua.measurement.rules.devices import device_of
from motcua.measurement.rules.privacy import visitor
from motcua.measurement.rules.robots import is_robot
from motcua.measurement.rules.wire import Heard
from motcua.measurement.rules.wire.reading import day_and_second
from motcua.measurement.values.facts import Cause, Kind, PageFact, Source
from motcua.measurement.values.sites import Site

OWN = 1
"""The number of our own portal among sites."""


class Ease(StrEnum):
    """How easy applying online was."""

    EASY = "easy"
    FAIR = "fair"
    HARD = "hard"

    @property
    def label(self) -> Sentence:
        """Name it to the person who is asked."""
        return {
            Ease.EASY: Sentence("Dễ", "Easy"),
            Ease.FAIR: Sentence("Tạm được", "So-so"),
            Ease.HARD: Sentence("Khó", "Hard"),
        }[self]


class Question(StrEnum):
    """What is asked; the value stands before the answer in a fact's `detail`."""

    AT_FAILURE = "asked_at_failure"
    AFTER_RESULT = "asked_after_result"
    EASE = "ease"

    @property
    def answers(self) -> Mapping[str, float | None]:
        """Give the answers there are, each with its score where it has one."""
        return _EASE if self is Question.EASE else _CAUSES


_CAUSES: Mapping[str, float | None] = MappingProxyType(
    dict.fromkeys((cause.value for cause in Cause), None)
)
_EASE: Mapping[str, float | None] = MappingProxyType(
    {Ease.EASY.value: 5.0, Ease.FAIR.value: 3.0, Ease.HARD.value: 1.0}
)


@dataclass(frozen=True, slots=True)
class About:
    """What a fact is about; `page` may be a whole address, its query and persons are left out."""

    page: str = ""
    procedure: str = ""
    agency: str = ""


def fact_of(
    told: tuple[Kind, str, float | None],
    about: About,
    *,
    site: Site,
    heard: Heard,
    salt: bytes,
) -> PageFact:
    """Make a fact (kind, detail, value) of our own portal, without anybody in it.

    It is the site's agency's unless `about` names one.
    """
    day, second = day_and_second(heard.at)
    path = page_of(about.page) if about.page else ""
    kind, detail, value = told
    return PageFact(
        day=day,
        second=second,
        site=site.number,
        agency=about.agency or site.agency,
        visitor=visitor(salt, site.number, ip=heard.ip, agent=heard.agent),
        kind=kind,
        page=path,
        procedure=about.procedure or procedure_of(path),
        detail=detail,
        value=value,
        robot=is_robot(heard.agent),
        device=device_of(heard.agent),
        source=Source.SCRIPT,
    )
