"""The phases of a page before its keys are pressed: as it came, narrow, zoomed, spaced."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from motcua.evaluation.probes.accessibility import axe_rules
from motcua.evaluation.probes.accessibility.ledger import ledger
from motcua.evaluation.probes.accessibility.looking import Told, asked, observation
from motcua.evaluation.probes.accessibility.wording import RULES
from motcua.evaluation.probes.visits import Visit
from motcua.evaluation.values.observations import Observation, Place, Value
from motcua.kernel.words import Sentence

CHECKS: Mapping[str, str] = {
    "text.size": "",
    "text.small": "",
    "lang": "3.1.1 3.1.2",
    "titles": "2.4.2",
    "headings": "1.3.1",
    "tables": "1.3.1",
    "link_text": "2.4.4",
    "sensory": "1.3.3",
    "labels": "1.3.1 3.3.2",
    "autocomplete": "1.3.5",
    "authentication": "1.1.1 3.3.8",
    "field_contrast": "1.4.11",
    "alt": "1.1.1",
    "images_of_text": "1.4.5",
    "captions": "1.2.2",
    "sound": "1.4.2",
    "motion": "2.2.2",
    "time_limit": "2.2.1",
    "orientation": "1.3.4",
    "target.size": "2.5.8",
    "menu": "",
    "help_place": "",
    "ways": "",
}
"""Checks of a page as it came, and the success criteria that each is about."""


@dataclass(frozen=True, slots=True)
class _Extra:
    value: Callable[[Told], Value | None] = lambda _told: None
    note: Callable[[Told], Sentence | None] = lambda _told: None


def loaded(visit: Visit) -> Iterator[Observation]:
    """Look at the page as it came: axe, then our own checks."""
    yield from axe_rules.looked(visit)
    told = asked(visit, ["layout", *CHECKS], RULES)
    told["time_limit"] = _refreshed(visit, told["time_limit"])
    for check, criteria in CHECKS.items():
        yield noted(visit, check, told[check], criteria=criteria)
    yield _motion(visit, told["motion"])


def narrow(visit: Visit) -> Iterator[Observation]:
    """Look at the page on a screen of 320 px."""
    yield _one(visit, "reflow", "1.4.10")


def zoomed(visit: Visit) -> Iterator[Observation]:
    """Look at the page at 200 % zoom."""
    yield _one(visit, "zoom", "1.4.4")


def spaced(visit: Visit) -> Iterator[Observation]:
    """Look at the page with the text spacing of WCAG 1.4.12."""
    yield _one(visit, "spacing", "1.4.12")


def _one(visit: Visit, check: str, criteria: str) -> Observation:
    return noted(visit, check, asked(visit, [check], RULES)[check], criteria=criteria)


def noted(visit: Visit, check: str, told: Told, *, criteria: str = "") -> Observation:
    """Tell a check as an observation, and put what it found to its success criteria."""
    book = ledger(visit)
    book.looked(criteria.split(), told)
    for rule, many in told.by.items():
        places = [one for one in told.places if one.rule == rule]
        book.fail(RULES[rule].criteria, places, found=many)
    extra = _EXTRAS.get(check, _Extra())
    return observation(
        visit, f"accessibility.{check}", told, value=extra.value(told), note=extra.note(told)
    )


def _refreshed(visit: Visit, told: Told) -> Told:
    header = visit.headers.get("refresh", "").split(";")[0].strip()
    if told.failed or not header.isdigit() or not 0 < int(header) < 72000:
        return told
    rule = "refresh-timed"
    place = Place(
        selector="html",
        snippet=f"Refresh: {visit.headers['refresh']}"[:300],
        says=RULES[rule].filled({"seconds": int(header)}),
        rule=rule,
    )
    return Told(by={**told.by, rule: told.by.get(rule, 0) + 1}, places=(*told.places, place))


def _motion(visit: Visit, told: Told) -> Observation:
    if not told.failed and not told.more.get("moving"):
        return observation(visit, "accessibility.motion.reduced", Told(applies=False))
    visit.page.emulate_media(reduced_motion="reduce")
    try:
        again = asked(visit, ["motion.reduced"], RULES)["motion.reduced"]
    finally:
        visit.page.emulate_media(reduced_motion="null")
    return noted(visit, "motion.reduced", again)


def _word(told: Told) -> Value | None:
    return str(told.more.get("word", ""))[:500]


def _number(told: Told) -> Value | None:
    value = told.more.get("value")
    return value if isinstance(value, bool | int | float) else None


def _elsewhere(told: Told) -> Sentence | None:
    many = int(told.more.get("elsewhere", 0))
    if not many:
        return None
    return Sentence(
        f"{many} video nhúng từ nơi khác, máy không xem được phụ đề.",
        f"{many} videos are embedded from elsewhere; their captions could not be seen.",
    )


def _excused(told: Told) -> Sentence | None:
    many = int(told.more.get("excused", 0))
    if not many:
        return None
    return Sentence(
        f"{many} bảng, bản đồ rộng hơn màn hình được miễn theo tiêu chí.",
        f"{many} tables or maps wider than the screen are excused by the criterion.",
    )


def _closed(told: Told) -> Sentence | None:
    many = int(told.more.get("closed", 0))
    if not many:
        return None
    return Sentence(
        f"{many} tệp CSS từ nơi khác không đọc được.",
        f"{many} style sheets from elsewhere could not be read.",
    )


_EXTRAS = {
    "text.size": _Extra(value=_number),
    "skip_link": _Extra(value=_number),
    "ways": _Extra(value=_number),
    "menu": _Extra(value=_word),
    "help_place": _Extra(value=_word),
    "captions": _Extra(note=_elsewhere),
    "reflow": _Extra(note=_excused),
    "orientation": _Extra(note=_closed),
}
