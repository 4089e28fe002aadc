"""Guides: a service told in plain words. A guide may change at any time; a version may not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.kernel.words import Sentence


class MediaKind(StrEnum):
    """What a guide may show beside its words."""

    IMAGE = "image"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One thing to do."""

    title: Sentence
    text: Sentence


@dataclass(frozen=True, slots=True)
class Question:
    """What people ask, and the answer."""

    question: Sentence
    answer: Sentence


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or a video at an address; `text` says in words what it shows.

    `address` is a path of this site (`/static/…`), shown in the page, or an https address, linked.
    """

    kind: MediaKind
    address: str
    text: Sentence

    @property
    def is_ours(self) -> bool:
        """Say whether it is kept on this site, so that a page may show it."""
        return self.address.startswith("/")


@dataclass(frozen=True, slots=True)
class Guide:
    """How to go about a service. `easy_read` are short sentences, one thought each."""

    code: str
    version: int
    digest: str
    summary: Sentence
    steps: tuple[GuideStep, ...]
    easy_read: tuple[Sentence, ...] = ()
    questions: tuple[Question, ...] = ()
    media: tuple[Media, ...] = ()
    published_at: datetime | None = None

    def has(self, kind: MediaKind) -> bool:
        """Say whether it shows a picture, or a video."""
        return any(one.kind is kind for one in self.media)


@dataclass(frozen=True, slots=True)
class GuideReport:
    """How complete the guide of a service is; `guide` is None where there is none."""

    code: str
    name: str
    guide: Guide | None

    @property
    def parts(self) -> dict[str, bool]:
        """Give each part and whether it is there: text, easy_read, questions, image, video."""
        guide = self.guide
        return {
            "text": guide is not None and bool(guide.steps),
            "easy_read": guide is not None and bool(guide.easy_read),
            "questions": guide is not None and bool(guide.questions),
            "image": guide is not None and guide.has(MediaKind.IMAGE),
            "video": guide is not None and guide.has(MediaKind.VIDEO),
        }

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the parts that are not there."""
        return tuple(part for part, there in self.parts.items() if not there)

    @property
    def is_complete(self) -> bool:
        """Say whether nothing is missing."""
        return not self.missing
