"""Codes of the national catalogue: procedures, their fields and their results."""

import re
from dataclasses import dataclass
from typing import Self

from motcua.kernel.codes.agencies import ROOT, AgencyCode
from motcua.kernel.codes.refusals import refusal, tidy

_PROCEDURE = re.compile(rf"([0-9]\.[0-9]{{6}})(\.[0-9]{{3}}\.[0-9]{{2}}\.[0-9]{{2}}\.{ROOT})?")
_FIELD = re.compile(rf"({ROOT})-([A-Z]{{2}}[0-9]{{2,4}})")
_RESULT = re.compile(rf"KQ\.({ROOT})\.([0-9]{{6}})")


@dataclass(frozen=True, slots=True, order=True)
class ProcedureCode:
    """A procedure's code: national `1.001193`, or a local copy `1.001193.000.00.00.H35`."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a national or a local code; raise `CodeRefused`."""
        given = tidy(text)
        if _PROCEDURE.fullmatch(given):
            return cls(given)
        raise refusal(
            vi="mã thủ tục hành chính",
            en="a procedure's code",
            text=text,
            example="1.001193 (hoặc/or 1.001193.000.00.00.H35)",
        )

    def __str__(self) -> str:
        return self.text

    @property
    def national(self) -> "ProcedureCode":
        """Give the national code this one copies, or itself."""
        return ProcedureCode(self.text[:8])

    @property
    def agency(self) -> AgencyCode | None:
        """Give the agency whose copy it is; none for a national code."""
        return AgencyCode.parse(self.text[9:]) if len(self.text) > 8 else None

    @property
    def is_local(self) -> bool:
        """Say whether it is an agency's own copy."""
        return len(self.text) > 8


@dataclass(frozen=True, slots=True, order=True)
class FieldCode:
    """A field of procedures: `G03-GD10`."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a field's code; raise `CodeRefused`."""
        given = tidy(text)
        if _FIELD.fullmatch(given):
            return cls(given)
        raise refusal(vi="mã lĩnh vực", en="a field's code", text=text, example="G03-GD10")

    def __str__(self) -> str:
        return self.text

    @property
    def ministry(self) -> AgencyCode:
        """Give the ministry in charge."""
        return AgencyCode(self.text[:3])


@dataclass(frozen=True, slots=True, order=True)
class ResultCode:
    """A kind of result: `KQ.G15.000031` is a birth certificate."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a result's code; raise `CodeRefused`."""
        given = tidy(text)
        if _RESULT.fullmatch(given):
            return cls(given)
        raise refusal(vi="mã kết quả", en="a result's code", text=text, example="KQ.G15.000031")

    def __str__(self) -> str:
        return self.text

    @property
    def ministry(self) -> AgencyCode:
        """Give the ministry in charge."""
        return AgencyCode(self.text[3:6])
