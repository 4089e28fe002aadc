"""Reading `guide.yaml`, the sixth file of a procedure's version, which is no part of its digest."""

import hashlib
from typing import Annotated

from pydantic import Field

from motcua.kernel.definitions import Strict, Words, load
from motcua.procedures.values.guides import Guide, GuideStep, Media, MediaKind, Question

GUIDE = "guide.yaml"
_ADDRESS = r"^(/[A-Za-z0-9._-][A-Za-z0-9._/-]*|https://[^\s\"'<>]+)$"


class StepFile(Strict):
    """One thing to do."""

    title: Words
    text: Words


class QuestionFile(Strict):
    """What people ask, and the answer."""

    question: Words
    answer: Words


class MediaFile(Strict):
    """A picture or a video; never without words that say what it shows."""

    kind: MediaKind
    address: Annotated[str, Field(pattern=_ADDRESS, max_length=500)]
    text: Words


class GuideFile(Strict):
    """`guide.yaml`."""

    summary: Words
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1, max_length=20)]
    easy_read: tuple[Words, ...] = ()
    questions: tuple[QuestionFile, ...] = ()
    media: tuple[MediaFile, ...] = ()


def read_guide(text: str, *, name: str, code: str, version: int) -> Guide:
    """Read a guide; DefinitionRefused with everything that is wrong in it."""
    file = load(text, name=name, model=GuideFile)
    return Guide(
        code=code,
        version=version,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        summary=file.summary,
        steps=tuple(GuideStep(one.title, one.text) for one in file.steps),
        easy_read=file.easy_read,
        questions=tuple(Question(one.question, one.answer) for one in file.questions),
        media=tuple(Media(one.kind, one.address, one.text) for one in file.media),
    )
