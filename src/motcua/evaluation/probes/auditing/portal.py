"""The portal as a whole, as its probes are given it once its pages were seen."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from motcua.evaluation.probes.sites import Opened
from motcua.evaluation.probes.visits import Keep, Probe, Visit, Web
from motcua.evaluation.values.audits import Manner, PageRecord
from motcua.evaluation.values.facts import Area
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind

_BARE = Probe(area=Area.CONDUCT, facts=())


@dataclass
class Portal:
    """See `visits.Site`. `opened` makes the portal ready for one more page and gives it."""

    home: str
    pages: Sequence[PageRecord]
    manner: Manner
    web: Web
    keep: Keep
    opened: Callable[[str], Opened]
    shared: dict[str, Any] = field(default_factory=dict)

    @contextmanager
    def open(self, url: str) -> Iterator[Visit]:
        """Open one more page; the tab for such pages runs none of the probes' scripts."""
        with self.opened(url).visit(url, PageKind.OTHER, (_BARE,)) as visit:
            yield visit

    def found(self, fact: str) -> Iterator[Observation]:
        """Give what was observed of a fact on the pages."""
        return (one for page in self.pages for one in page.observations if one.fact == fact)
