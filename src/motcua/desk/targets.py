"""Targets as the desk's pages read and write them."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyView
from motcua.identity import queries as identity
from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Sentence
from motcua.measurement import queries
from motcua.measurement.actions import Wanted, may_set
from motcua.measurement.values import Better, Card
from motcua.measurement.values.targets import Light
from motcua.web import clock, formats

READERS = (Role.EXECUTIVE, Role.APPROVER, Role.CONTROLLER, Role.EMC_OPERATOR)
SETTERS = (Role.EXECUTIVE,)
FIRST_YEAR = 2020
NUMBER = re.compile(r"-?[0-9]{1,12}([.][0-9]{1,6})?")
MOST_BELOW = 300
"""Units right below that are offered in a list; a larger agency names one in the address."""
TONES = {Light.GREEN: "good", Light.AMBER: "warn", Light.RED: "bad", Light.UNKNOWN: "wait"}
NAMES = {
    Light.GREEN: Sentence("Xanh", "Green"),
    Light.AMBER: Sentence("Vàng", "Amber"),
    Light.RED: Sentence("Đỏ", "Red"),
    Light.UNKNOWN: Sentence("Chưa rõ", "Unknown"),
}
BETTERS = (
    (Better.MORE.value, Sentence("Càng nhiều càng tốt", "More is better")),
    (Better.LESS.value, Sentence("Càng ít càng tốt", "Less is better")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which agency and year a page is about, and the reader's own places."""

    agency: AgencyView
    year: int
    own: tuple[AgencyView, ...]
    may_set: bool

    @property
    def year_options(self) -> list[tuple[str, str]]:
        """The years that can be chosen, the latest first."""
        years = range(max(this_year() + 1, self.year), FIRST_YEAR - 1, -1)
        return [(str(year), str(year)) for year in years]


def asked(viewer: Viewer, *, agency: str, year: str) -> Asked | None:
    """Read which agency and year are asked for; None for what is not the reader's or no year."""
    own = tuple(agencies.agency(path.rstrip(".")) for path in viewer.paths(*READERS))
    try:
        chosen = agencies.agency(agency) if agency else own[0]
    except agencies.AgencyUnknown:
        return None
    wanted = int(year) if year.isascii() and year.isdigit() and len(year) == 4 else this_year()
    right_year = not year or (str(wanted) == year and FIRST_YEAR <= wanted <= this_year() + 5)
    if not right_year or not viewer.roles_at(chosen.path) & set(READERS):
        return None
    return Asked(chosen, wanted, own, may_set(agency=chosen, by=viewer))


def this_year() -> int:
    """Give the year in Hà Nội."""
    return clock.today().year


def counted(number: float | None) -> str:
    """Write a count: `1.234`; a dash for none."""
    if number is None:
        return "–"
    text = f"{number:,.0f}"
    return text if formats.language().startswith("en") else text.replace(",", ".")


def shown(card: Card, value: Decimal | float | None) -> str:
    """Write a value in its unit: `62,5 %`, `1.200`, `16 giờ`; a dash for none."""
    if value is None:
        return "–"
    number = float(value) * (100 if card.unit == "share" else 1)
    whole = card.unit in {"count", "hours"} and number == int(number)
    text = f"{number:,.0f}" if whole else f"{number:,.2f}".rstrip("0").rstrip(".")
    vi = text.translate(str.maketrans(",.", ".,"))
    said = text if formats.language().startswith("en") else vi
    hours = formats.say(Sentence("giờ", "hours"))
    return {"share": f"{said} %", "hours": f"{said} {hours}", "per_mille": f"{said} ‰"}.get(
        card.unit, said
    )


def units(within: Asked) -> list[tuple[str, str]]:
    """Give (code, name) of the agency and those right below it."""
    below = agencies.units_of(within.agency.code)[:MOST_BELOW]
    return [(one.code, one.name) for one in (within.agency, *below)]


def indicators() -> list[tuple[str, Sentence]]:
    """Give (code, name) of the indicators a target can be set for."""
    return [(card.code, card.name) for card in queries.cards() if card.better is not Better.NEITHER]


def officers(within: Asked) -> list[tuple[str, str]]:
    """Give (key, name) of the officers who lead the agency."""
    heads = {
        str(one.key): one.name
        for role in (Role.EXECUTIVE, Role.APPROVER)
        for one in identity.officers_at(within.agency.path, role, at=clock.now())
    }
    return sorted(heads.items(), key=lambda pair: pair[1])


def wanted(typed: dict[str, str], within: Asked) -> Wanted | tuple[str, Sentence]:
    """Read a target from a form, or give the field to mend and why."""
    indicator = typed.get("chi-so", "")
    if indicator not in dict(indicators()):
        return "chi-so", Sentence("Bạn hãy chọn một chỉ số.", "Please choose an indicator.")
    value = _value(typed.get("gia-tri", ""), queries.card(indicator))
    if value is None:
        return "gia-tri", Sentence("Bạn hãy ghi một số, như 62,5.", "Write a number, such as 62.5.")
    named = typed.get("can-bo", "")
    known = dict(officers(within))
    if named and named not in known:
        return "can-bo", Sentence("Bạn hãy chọn trong danh sách.", "Please choose one of the list.")
    better = typed.get("chieu", "")
    if better and better not in dict(BETTERS):
        return "chieu", Sentence("Bạn hãy chọn một.", "Please choose one.")
    return Wanted(
        agency=typed.get("co-quan", ""),
        year=within.year,
        indicator=indicator,
        value=value,
        head=typed.get("nguoi", "").strip() or known.get(named, ""),
        officer=UUID(named) if named else None,
        better=Better(better) if better else None,
    )


def _value(text: str, card: Card) -> Decimal | None:
    """Read `62,5`, `62.5`, `1.200` (Vietnamese thousands); shares are typed as per cent."""
    plain = text.strip().removesuffix("%").replace(" ", "")
    thousands = card.unit != "share" and len(plain.rpartition(".")[2]) == 3
    if "," in plain or plain.count(".") > 1 or ("." in plain and thousands):
        plain = plain.replace(".", "").replace(",", ".")
    if not NUMBER.fullmatch(plain):
        return None
    number = Decimal(plain)
    return round(number / 100 if card.unit == "share" else number, 4)


def month_name(on: date) -> str:
    """Write a month as `03/2026`."""
    return f"{on:%m/%Y}"
