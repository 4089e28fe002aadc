"""What people write in the forms of the published services, as a checked form keeps it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from motcua.agencies.values import Territory
from motcua.simulation import names
from motcua.simulation.people import Person, Sex, full_name, person, place

BIRTH, RESIDENCE, EXTRACT = "1.001193", "1.004194", "2.000635"

Draw = Callable[[Random, Territory, date], dict[str, Any]]


def birth(chance: Random, commune: Territory, on: date) -> dict[str, Any]:
    """Fill in the registration of a birth by one of the parents."""
    mother = person(chance, home=commune, on=on, sex="female", age=(19, 42))
    father = person(chance, home=commune, on=on, sex="male", age=(20, 48))
    by_mother = chance.random() < 0.55
    asks, other = (mother, father) if by_mother else (father, mother)
    role = "father" if by_mother else "mother"
    sex: Sex = "female" if chance.random() < 0.48 else "male"
    family = father.full_name.split()[0]
    return {
        "scope.online": True,
        "applicant.relation": "mother" if by_mother else "father",
        **_applicant(asks),
        "child.full_name": full_name(chance, sex, family=family),
        "child.sex": sex,
        "child.born_on": str(on - timedelta(days=chance.randrange(3, 58))),
        "child.birth_facility": chance.choice(names.FACILITIES),
        "child.birthplace": place(commune),
        "child.ethnicity": "01",
        "child.nationality": "vn",
        "child.home_place": place(commune),
        "parents.married": "yes",
        "marriage.registered_on": str(on - timedelta(days=chance.randrange(300, 3000))),
        "marriage.agency": f"Ủy ban nhân dân {commune.address}",
        f"{role}.full_name": other.full_name,
        f"{role}.citizen_id": other.citizen_id,
        f"{role}.residence": other.address,
        "mother.born_on": str(mother.born_on),
        "mother.ethnicity": "01",
        "mother.nationality": "vn",
        "father.born_on": str(father.born_on.year),
        "father.ethnicity": "01",
        "father.nationality": "vn",
        "proof.kind": "electronic",
        "competent.commune": place(commune),
        "copies.count": chance.choice((0, 0, 0, 1, 2, 3)),
        "result.delivery": chance.choice(("counter", "counter", "post")),
        "declaration.truth": True,
    }


def residence(chance: Random, commune: Territory, on: date) -> dict[str, Any]:
    """Fill in the registration of a temporary residence in a dwelling of one's own."""
    asks = person(chance, home=commune, on=on, age=(18, 70))
    return {
        "dwelling.address": asks.address,
        "dwelling.kind": "owned",
        "period.from": str(on + timedelta(days=chance.randrange(0, 10))),
        "period.months": chance.choice((6, 12, 12, 24)),
        **_applicant(asks),
        "applicant.born_on": str(asks.born_on),
        "applicant.sex": asks.sex,
        "household.joins": "own",
        "members.any": False,
        "proof.known": True,
        "fee.exemption": chance.choices(("none", "elderly", "poor"), (18, 1, 1))[0],
        "declaration.truth": True,
    }


def extract(chance: Random, commune: Territory, on: date) -> dict[str, Any]:
    """Fill in the request for copies of a civil status record of one's own."""
    asks = person(chance, home=commune, on=on, age=(18, 75))
    return {
        "event.kind": chance.choice(("birth", "birth", "birth", "marriage", "change")),
        "event.for_whom": "self",
        **_applicant(asks),
        "register.commune": place(commune),
        "register.on": str(asks.born_on.year),
        "copies.count": chance.choice((1, 1, 2, 2, 3, 5)),
        "fee.exemption": "none",
        "result.delivery": chance.choice(("counter", "post")),
        "declaration.truth": True,
    }


def _applicant(asks: Person) -> dict[str, Any]:
    return {
        "applicant.full_name": asks.full_name,
        "applicant.citizen_id": asks.citizen_id,
        "applicant.phone": asks.phone,
        "applicant.address": asks.address,
    }


FORMS: Mapping[str, Draw] = {BIRTH: birth, RESIDENCE: residence, EXTRACT: extract}
"""How each service is asked for; a service that is not here is not simulated."""

SHARES = {BIRTH: 30, RESIDENCE: 30, EXTRACT: 40}
