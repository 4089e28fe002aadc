"""axe-core in full: every rule of WCAG 2.0 to 2.2, A and AA, and best practice, in one run."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from motcua.evaluation import probes
from motcua.evaluation.probes.accessibility.axe_words import VIETNAMESE
from motcua.evaluation.probes.accessibility.ledger import Ledger, ledger
from motcua.evaluation.probes.accessibility.looking import (
    ASK,
    Told,
    box,
    by_turns,
    could_not,
    first_line,
    library,
    observation,
    script,
)
from motcua.evaluation.probes.accessibility.success import AUTOMATIC
from motcua.evaluation.probes.visits import Unanswered, Visit
from motcua.evaluation.values.observations import SNIPPET, Observation, Outcome, Place
from motcua.kernel.words import Sentence

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
KEPT = 20
"""Places kept of one rule on one page."""
_NUMBER = re.compile(r"^wcag(\d)(\d)(\d{1,2})$")
_IMPACTS = {"critical": 0, "serious": 1, "moderate": 2, "minor": 3}


@cache
def axe() -> str:
    """Give the text of axe-core."""
    folder = Path(probes.__file__).parent / "axe"
    return (folder / "axe.min.js").read_text(encoding="utf-8")


def criteria_of(tags: list[str]) -> tuple[str, ...]:
    """Read success criteria out of a rule's tags: `wcag1412` is 1.4.12."""
    return tuple(".".join(found.groups()) for tag in tags if (found := _NUMBER.match(tag)))


def looked(visit: Visit) -> Iterator[Observation]:
    """Run axe on the page and tell its violations; what it could not decide is only evidence."""
    try:
        answer = _answer(visit)
    except Unanswered as unanswered:
        why = first_line(unanswered)
        ledger(visit).looked(AUTOMATIC, Told(failed=why))
        yield could_not(visit, "accessibility.axe", why)
        yield could_not(visit, "accessibility.contrast", why)
        return
    kept = visit.keep(
        json.dumps(answer, ensure_ascii=False, indent=1, sort_keys=True).encode(),
        "application/json",
        f"axe {answer.get('version', '')}: {visit.page.url}",
    )
    yield from _told(visit, answer, kept)


def _answer(visit: Visit) -> dict[str, Any]:
    visit.bring("motcua", library())
    visit.bring("axe", axe())
    visit.ask(ASK, [[], None])
    answer: dict[str, Any] = visit.ask(
        script("axe_run"), {"tags": TAGS, "kept": KEPT}, seconds=20.0
    )
    return answer


def _told(visit: Visit, answer: Mapping[str, Any], kept: str) -> Iterator[Observation]:
    violations = sorted(answer["violations"], key=_weight)
    places = {rule["id"]: tuple(_place(rule, one) for one in rule["nodes"]) for rule in violations}
    book = ledger(visit)
    for rule in violations:
        book.fail(criteria_of(rule["tags"]), places[rule["id"]], found=rule["found"])
    _seen(book, answer)
    by = {rule["id"]: int(rule["found"]) for rule in violations}
    yield observation(
        visit,
        "accessibility.axe",
        Told(by=by, places=tuple(by_turns(list(places.values())))),
        evidence=(kept,) if kept else (),
    )
    yield _contrast(visit, answer, places, kept=kept)


def _seen(book: Ledger, answer: Mapping[str, Any]) -> None:
    applied = {*answer["passed"], *(rule["id"] for rule in answer["incomplete"])}
    applied |= {rule["id"] for rule in answer["violations"]}
    tags = {**answer["tags"]}
    for rule in applied:
        book.looked((one for one in criteria_of(tags.get(rule, [])) if one in AUTOMATIC), Told())
    for rule in answer["incomplete"]:
        for number in criteria_of(rule["tags"]):
            if number in AUTOMATIC:
                book.entries[number].doubtful += int(rule["found"])


def _contrast(
    visit: Visit, answer: Mapping[str, Any], places: Mapping[str, tuple[Place, ...]], *, kept: str
) -> Observation:
    rule = "color-contrast"
    found = sum(int(one["found"]) for one in answer["violations"] if one["id"] == rule)
    unsure = sum(int(one["found"]) for one in answer["incomplete"] if one["id"] == rule)
    applies = bool(found or unsure or rule in answer["passed"])
    note = None
    if unsure:
        note = Sentence(
            f"{unsure} chỗ chữ nằm trên hình hoặc nền chuyển màu, không đo được.",
            f"{unsure} texts lie on images or gradients and could not be measured.",
        )
    if unsure and not found and rule not in answer["passed"]:
        fact = "accessibility.contrast"
        return Observation(fact=fact, url=visit.url, outcome=Outcome.COULD_NOT, note=note)
    told = Told(by={rule: found} if found else {}, places=places.get(rule, ()), applies=applies)
    return observation(
        visit, "accessibility.contrast", told, note=note, evidence=(kept,) if kept else ()
    )


def _weight(rule: Mapping[str, Any]) -> tuple[int, str]:
    return (_IMPACTS.get(rule["impact"], 4), rule["id"])


def _place(rule: Mapping[str, Any], found: Mapping[str, Any]) -> Place:
    return Place(
        selector=str(found["selector"])[:500],
        snippet=str(found["snippet"])[:SNIPPET],
        says=_says(rule, found),
        box=box(found.get("box")),
        rule=str(rule["id"]),
    )


def _says(rule: Mapping[str, Any], found: Mapping[str, Any]) -> Sentence:
    code, measured = str(rule["id"]), found.get("say", {})
    vi = VIETNAMESE.get(code, str(rule["help"]))
    if code == "color-contrast" and "contrastRatio" in measured:
        ratio, needed = measured["contrastRatio"], measured.get("expectedContrastRatio", "4.5:1")
        colours = f"{measured.get('fgColor', '?')} / {measured.get('bgColor', '?')}"
        return Sentence(
            f"{vi}: đo được {ratio}:1 ({colours}), cần {needed}.",
            f"{rule['help']}: measured {ratio}:1 ({colours}), {needed} needed.",
        )
    if code == "target-size" and "width" in measured:
        size = f"{measured['width']}×{measured.get('height', '?')} px"
        return Sentence(f"{vi}: chỗ này {size}.", f"{rule['help']}: this one is {size}.")
    return Sentence(f"{vi}.", f"{rule['help']}. {found.get('why', '')}".strip())
