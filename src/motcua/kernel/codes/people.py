"""Numbers of people and taxpayers: citizen identity, identity cards of old, tax codes.

Sources: Nghị định 137/2015/NĐ-CP Điều 7 and Thông tư 59/2021/TT-BCA (12 digits: province or
country of birth registration, century and sex, year of birth, six digits), Thông tư 86/2024/TT-BTC
(the personal number is the tax code of a person).
"""

import re
from dataclasses import dataclass
from typing import Literal, Self

from stdnum.exceptions import ValidationError
from stdnum.vn import mst

from motcua.kernel.codes.refusals import CodeRefused, refusal
from motcua.kernel.words import Sentence

Sex = Literal["male", "female"]

# The 63 provinces where births were registered; the 34 of 2025 kept numbers out of these.
_PROVINCES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 "
    "036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 "
    "074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
BIRTH_PROVINCES = frozenset(_PROVINCES.split())


def _digits(text: str) -> str:
    return re.sub(r"[\s.\-]", "", text)


@dataclass(frozen=True, slots=True, order=True)
class CitizenId:
    """A personal number of 12 digits (`001085012345`), or a nine-digit identity card of old."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a number of 12 or 9 digits, spaces and dots allowed; raise `CodeRefused`."""
        given = _digits(text)
        if not re.fullmatch(r"[0-9]{12}|[0-9]{9}", given):
            raise _not_a_citizen(text)
        number = cls(given)
        if number.is_old_card:
            return number
        if given[:3] not in BIRTH_PROVINCES and given[:3] < "100":
            raise _impossible(
                text,
                Sentence(
                    f"ba số đầu ({given[:3]}) không phải mã tỉnh, thành phố nào",
                    f"its first three digits ({given[:3]}) are no province",
                ),
            )
        if given[3] > "3":
            raise _impossible(
                text,
                Sentence(
                    f"số thứ tư ({given[3]}) chỉ có thể là 0, 1, 2 hoặc 3",
                    f"its fourth digit ({given[3]}) can only be 0, 1, 2 or 3",
                ),
            )
        return number

    def __str__(self) -> str:
        return self.text

    @property
    def is_old_card(self) -> bool:
        """Say whether it is a nine-digit card, which tells neither sex nor year."""
        return len(self.text) == 9

    @property
    def birth_province(self) -> str | None:
        """Give the province of birth registration, two digits of the old 63; none if abroad."""
        inside = not self.is_old_card and self.text[:3] in BIRTH_PROVINCES
        return self.text[1:3] if inside else None

    @property
    def sex(self) -> Sex | None:
        """Give the sex the number was issued for."""
        if self.is_old_card:
            return None
        return "female" if int(self.text[3]) % 2 else "male"

    @property
    def birth_year(self) -> int | None:
        """Give the year of birth the number was issued for."""
        if self.is_old_card:
            return None
        return 1900 + int(self.text[3]) // 2 * 100 + int(self.text[4:6])

    @property
    def masked(self) -> str:
        """Give the number with all but its last four digits hidden."""
        return "•" * (len(self.text) - 4) + self.text[-4:]


def _not_a_citizen(text: str) -> CodeRefused:
    return refusal(
        vi="số định danh cá nhân (12 chữ số) hay số chứng minh nhân dân (9 chữ số)",
        en="a personal number (12 digits) or an old identity card's number (9 digits)",
        text=text,
        example="001085012345",
    )


def _impossible(text: str, why: Sentence) -> CodeRefused:
    return CodeRefused(
        Sentence(
            f"Số định danh “{text}” chưa đúng: {why.vi}. Bạn hãy xem lại trên thẻ căn cước.",
            f"The personal number “{text}” is wrong: {why.en}. Check it on the identity card.",
        )
    )


@dataclass(frozen=True, slots=True, order=True)
class TaxCode:
    """A tax code: 10 digits, 13 of a branch (`0100112437-001`), or a person's 12-digit number."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a tax code and check its digits; raise `CodeRefused`."""
        given = _digits(text)
        if len(given) == 12:
            return cls(CitizenId.parse(given).text)
        try:
            return cls(str(mst.format(mst.validate(given))))
        except ValidationError:
            pass
        raise refusal(
            vi="mã số thuế (sai số kiểm tra hoặc sai số chữ số)",
            en="a tax code (wrong check digit or wrong length)",
            text=text,
            example="0100112437, 0100112437-001",
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_personal(self) -> bool:
        """Say whether it is a person's own number."""
        return len(self.text) == 12
