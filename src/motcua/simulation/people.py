"""People of the synthetic nation."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from motcua.agencies.values import Territory
from motcua.kernel.codes.people import BIRTH_PROVINCES
from motcua.simulation import names

Sex = Literal["female", "male"]

_REGISTERED_IN = sorted(BIRTH_PROVINCES)
_FAMILIES = [name for name, _ in names.FAMILY]
_SHARES = [share for _, share in names.FAMILY]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist, with a personal number that is well formed."""

    full_name: str
    sex: Sex
    born_on: date
    citizen_id: str
    phone: str
    home: Territory
    detail: str

    @property
    def address(self) -> dict[str, Any]:
        """Give where they live, as answers keep it."""
        return {**place(self.home), "detail": self.detail}


def person(
    chance: Random, *, home: Territory, on: date, sex: Sex | None = None, age: tuple[int, int]
) -> Person:
    """Draw somebody who lives in a commune and is of an age (years, from and to) on a day."""
    drawn: Sex = sex or ("female" if chance.random() < 0.52 else "male")
    youngest, oldest = age
    born_on = on - timedelta(days=chance.randrange(youngest * 365 + 8, oldest * 365))
    return Person(
        full_name=full_name(chance, drawn),
        sex=drawn,
        born_on=born_on,
        citizen_id=_citizen_id(chance, drawn, born_on),
        phone=f"+84900{chance.randrange(10**6):06d}",
        home=home,
        detail=f"Số {chance.randrange(1, 300)} đường {chance.choice(names.STREETS)}",
    )


def full_name(chance: Random, sex: Sex, *, family: str = "") -> str:
    """Draw a name; `family` where it is given on."""
    first = family or chance.choices(_FAMILIES, _SHARES)[0]
    return f"{first} {chance.choice(names.MIDDLE[sex])} {chance.choice(names.GIVEN[sex])}"


def place(unit: Territory) -> dict[str, Any]:
    """Give a commune as answers keep it, with its edition and names."""
    return {
        "edition": unit.edition,
        "province": unit.province_code,
        "province_name": unit.province,
        "commune": unit.code,
        "commune_name": unit.title,
    }


def _citizen_id(chance: Random, sex: Sex, born_on: date) -> str:
    century = (born_on.year // 100 - 19) * 2 + (sex == "female")
    registered = chance.choice(_REGISTERED_IN)
    return f"{registered}{century}{born_on:%y}{chance.randrange(10**6):06d}"
