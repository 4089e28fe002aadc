"""Handing a result back: how, to whom, with what proof."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.kernel.words import Sentence


class Way(StrEnum):
    """How the result reaches its person."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            Way.COUNTER: Sentence("Tại quầy", "At the counter"),
            Way.POST: Sentence("Qua bưu chính công ích", "By public post"),
            Way.ELECTRONIC: Sentence("Bản điện tử", "Electronically"),
        }[self]


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes a result. `signature` is the path of an SVG of 600 by 200, or the name typed.

    `authority` names the paper by which somebody else than the applicant takes it.
    """

    name: str
    identity_number: str = ""
    authorised: bool = False
    authority: str = ""
    signature: str = ""
    typed_name: str = ""
    papers_seen: bool = False


@dataclass(frozen=True, slots=True)
class HandBackView:
    """The record of a result that was handed back."""

    way: Way
    taken_by: str
    authorised: bool
    authority: str
    matched: bool
    number_tail: str
    signature: str
    typed_name: str
    tracking: str
    at: datetime
    by_name: str
