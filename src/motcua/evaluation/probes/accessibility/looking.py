"""Asking a page for faults, and telling what came as observations.

The scripts in `scripts/` are checks that a page is asked for by name, several in one question. A
check counts its faults by rule and keeps places of each; `wording` turns them into sentences.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.accessibility.wording_rows import Rule
from motcua.evaluation.probes.visits import Unanswered, Visit
from motcua.evaluation.values.observations import (
    PLACES_KEPT,
    SNIPPET,
    Observation,
    Outcome,
    Place,
    Value,
)
from motcua.kernel.words import Sentence

SCRIPTS = Path(__file__).parent / "scripts"
LIBRARY = ("page", "layout", "text", "forms", "media", "targets", "keyboard", "site", "phone")
_WHOLE = """((real) => {
const built = [Document.prototype, Node.prototype, EventTarget.prototype];
const document = new Proxy(real, { get: (_, name) => {
  const found = built.map((one) => Object.getOwnPropertyDescriptor(one, name)).find(Boolean);
  const value = found?.get ? found.get.call(real) : found?.value;
  return typeof value === 'function' ? value.bind(real) : value;
} });
%s
})(document)"""
"""A page may name a form `body` or a picture `querySelectorAll`; ours are the browser's own."""
ASK = "([codes, given]) => { motcua.given = given; return motcua.run(codes); }"
NOTHING_THERE = Sentence(
    "Trang không có gì để xét điều này.", "The page has nothing that this could be judged by."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a check told: faults counted by rule, places of them, whatever else it measured.

    failed   why it told nothing, "" where it did
    applies  False where the page has nothing that the check is about
    """

    by: Mapping[str, int] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    applies: bool = True
    failed: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def found(self) -> int:
        """Faults in all, kept or not."""
        return sum(self.by.values())


@cache
def library() -> str:
    """Give the text of every check, read once."""
    return _WHOLE % "\n".join(script(name) for name in LIBRARY)


@cache
def script(name: str) -> str:
    """Give the text of one script."""
    return (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")


def asked(
    visit: Visit, checks: Sequence[str], rules: Mapping[str, Rule], *, given: Any = None
) -> dict[str, Told]:
    """Ask the page for `checks` in one question; one that fails tells so and harms no other."""
    try:
        visit.bring("motcua", library())
        answers = visit.ask(ASK, [list(checks), given], seconds=20.0)
    except Unanswered as unanswered:
        return {check: Told(failed=first_line(unanswered)) for check in checks}
    return {check: read(answers.get(check) or {}, rules) for check in checks}


def first_line(error: Exception) -> str:
    """Give what an error says, without the stack below."""
    return str(error).partition("\n")[0][:200]


def read(answer: Mapping[str, Any], rules: Mapping[str, Rule]) -> Told:
    """Make one check's answer out of what the page gave."""
    if failed := answer.get("failed"):
        return Told(failed=str(failed))
    kept = answer.get("kept", {})
    ordered = [kept[code] for code in rules if code in kept]
    places = tuple(place(one, rules) for one in by_turns(ordered))
    more = {name: value for name, value in answer.items() if name not in {"by", "kept", "applies"}}
    return Told(
        by=answer.get("by", {}), places=places, applies=answer.get("applies", True), more=more
    )


def by_turns(groups: Sequence[Sequence[Any]]) -> Iterator[Any]:
    """Take one of each group, then another of each, so that no rule hides the others."""
    return (one for one in chain.from_iterable(zip_longest(*groups)) if one is not None)


def place(found: Mapping[str, Any], rules: Mapping[str, Rule]) -> Place:
    """Make a place out of what a check kept."""
    rule = rules.get(str(found.get("rule", "")))
    return Place(
        selector=str(found["selector"])[:500],
        snippet=str(found["snippet"])[:SNIPPET],
        says=rule.filled(found.get("say", {})) if rule else None,
        box=box(found.get("box")),
        rule=str(found.get("rule", "")),
    )


def box(found: Any) -> tuple[int, int, int, int] | None:
    """Give left, top, width, height in whole pixels; None where the page gave none."""
    if not isinstance(found, list) or not all(isinstance(one, int) for one in found):
        return None
    left, top, width, height = found
    return (left, top, width, height)


def observation(
    visit: Visit,
    fact: str,
    told: Told,
    *,
    value: Value | None = None,
    note: Sentence | None = None,
    evidence: tuple[str, ...] = (),
) -> Observation:
    """Tell a check as an observation; its value is the number of faults unless another is given."""
    if told.failed:
        return could_not(visit, fact, told.failed)
    if not told.applies:
        return Observation(
            fact=fact, url=visit.url, outcome=Outcome.NOT_APPLICABLE, note=note or NOTHING_THERE
        )
    return Observation(
        fact=fact,
        url=visit.url,
        value=told.found if value is None else value,
        note=note,
        places=told.places[:PLACES_KEPT],
        found=told.found,
        evidence=evidence,
    )


def could_not(visit: Visit, fact: str, why: str) -> Observation:
    """Tell that a fact could not be seen on a page, with what the browser said of it."""
    return Observation(
        fact=fact,
        url=visit.url,
        outcome=Outcome.COULD_NOT,
        note=Sentence(
            f"Trang không cho xem điều này ({why}).", f"The page did not let this be seen ({why})."
        ),
    )
