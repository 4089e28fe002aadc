"""Reasons as an agency words them."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence


class Use(StrEnum):
    """What a sentence is used for."""

    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"

    @property
    def label(self) -> Sentence:
        """Say it to an officer."""
        return {
            Use.SUPPLEMENT: Sentence("Yêu cầu bổ sung", "Asking for a supplement"),
            Use.REFUSAL: Sentence("Từ chối", "Refusing"),
        }[self]


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A sentence that officers may put into a reason. `service_code` is empty for all."""

    key: UUID
    use: Use
    words: str
    service_code: str
    agency_path: str
    changed_by_name: str


@dataclass(frozen=True, slots=True)
class OftenSaid:
    """What an agency's officers wrote `times` times lately, word for word."""

    use: Use
    words: str
    service_code: str
    times: int
