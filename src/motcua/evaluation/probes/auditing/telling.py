"""What an audit tells while it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence


class News(StrEnum):
    """What just happened to a portal."""

    BEGUN = "begun"
    RESUMED = "resumed"
    PAGE = "page"
    """A page is about to be looked at."""
    SEEN = "seen"
    """A page was looked at and recorded; `problem` where nothing could be seen."""
    SITE = "site"
    """The portal as a whole is being looked at; `url` names the area."""
    DONE = "done"
    LOST = "lost"
    """The process that looked hung or died; it is started again where it was."""
    BEAT = "beat"
    """Nothing happened, but somebody is at work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One piece of news of one portal: `page` of at most `of` pages."""

    portal: str
    news: News
    page: int = 0
    of: int = 0
    kind: PageKind | None = None
    url: str = ""
    problem: Sentence | None = None


Tell = Callable[[Told], None]


def silent(_told: Told) -> None:
    """Tell nobody."""
