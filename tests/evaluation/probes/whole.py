"""A portal that exists only as a list of its answers, for what is asked of it as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from motcua.evaluation.probes.visits import Answer
from motcua.evaluation.values.audits import Manner, PageRecord
from motcua.evaluation.values.observations import Observation

DATE = "Sun, 22 Nov 2026 03:00:00 GMT"


@dataclass
class Whole:
    """See `visits.Site`: answers by path, what pages told; every question is written down."""

    answers: Mapping[str, Answer]
    home: str = "http://127.0.0.1/"
    manner: Manner = field(default_factory=Manner)
    told: Sequence[Observation] = ()
    pages: Sequence[PageRecord] = ()
    asked: list[str] = field(default_factory=list)

    @property
    def web(self) -> "Whole":
        return self

    def get(self, url, *, follow=True, method="GET") -> Answer:
        path = urlsplit(url).path
        self.asked.append(path)
        said = self.answers.get(path, self.answers.get("*", Answer(url=url, status=404)))
        return Answer(
            url=url,
            status=said.status,
            headers={"date": DATE, **said.headers},
            body=said.body,
            failed=said.failed,
        )

    def found(self, fact):
        return (one for one in self.told if one.fact == fact)


def page(text: str, status: int = 200, **headers: str) -> Answer:
    """Make an answer."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(url="", status=status, body=text.encode(), headers=names)
