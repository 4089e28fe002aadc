"""What definition models are made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from motcua.kernel.words import Sentence

__all__ = ["Strict", "Words", "wrong"]


class Strict(BaseModel):
    """Base of every definition model: frozen, no unknown keys, no silent change of type."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        populate_by_name=True,
    )


def wrong(what: Sentence, remedy: Sentence) -> PydanticCustomError:
    """Make the error that a validator raises, in the same two halves as every other problem."""
    return PydanticCustomError(
        "wrong",
        "{what_en}; {remedy_en}",
        {
            "what": what.vi, "what_en": what.en, "remedy": remedy.vi, "remedy_en": remedy.en,
        },
    )  # fmt: skip


def _words(value: object) -> Sentence:
    if isinstance(value, Sentence):
        return value
    texts = {"vi": value} if isinstance(value, str) else value
    if isinstance(texts, dict) and "vi" in texts and texts.keys() <= {"vi", "en"}:
        vi, en = texts["vi"], texts.get("en", texts["vi"])
        if isinstance(vi, str) and isinstance(en, str) and vi.strip() and en.strip():
            return Sentence(vi.strip(), en.strip())
    raise wrong(
        Sentence("không phải là lời văn", "not a text for people"),
        Sentence(
            "hãy viết một câu tiếng Việt, hoặc {vi: …, en: …}",
            "write a Vietnamese text, or {vi: …, en: …}",
        ),
    )


Words = Annotated[
    Sentence,
    PlainValidator(_words),
    WithJsonSchema({"type": ["string", "object"]}),
]
"""A text for people: Vietnamese alone, or `{vi: …, en: …}`; becomes a `Sentence`."""
