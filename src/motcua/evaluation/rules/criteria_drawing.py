"""A set of criteria as a page for those who read the repository."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from motcua.evaluation.rules.judging.weighing import total_of
from motcua.evaluation.rules.judging.wording import asked, number, percent
from motcua.evaluation.values.criteria import (
    Absent,
    Band,
    CriteriaSet,
    Criterion,
    How,
    Method,
    Scale,
    ScaleKind,
)
from motcua.evaluation.values.facts import FactCard, Unit
from motcua.evaluation.values.pages import KIND_TITLES

_METHODS = {
    Method.AUTOMATIC: "automatic",
    Method.MANUAL: "by an evaluator",
    Method.DECLARED: "declared by the agency",
    Method.INDICATOR: "from an indicator",
}
_HOWS = {
    How.ANY: "any page has it",
    How.ALL: "right everywhere",
    How.SHARE_GOOD: "share of pages that are right",
    How.MEDIAN: "median",
    How.WORST: "worst",
    How.TOTAL: "total",
    How.EACH: "share of these that are there",
}


def page(criteria_set: CriteriaSet, facts: Mapping[str, FactCard]) -> str:
    """Draw a set in Markdown: what it is, its groups and grades, each criterion."""
    return "\n".join([*_head(criteria_set), *_groups(criteria_set, facts)]) + "\n"


def _head(one: CriteriaSet) -> Iterator[str]:
    yield f"# {one.title.en}\n"
    yield f"*{one.title.vi}*\n"
    file = f"library/criteria/{one.name}.yaml"
    yield f"Written by `motcua library draw` from `{file}`. Do not edit.\n"
    yield f"- Source: {one.source.en}"
    yield f"- Official: {'yes' if one.official else '**no**; see the notes'}"
    until = f" until {one.valid_to}" if one.valid_to else ""
    yield f"- In force from {one.valid_from}{until}"
    by_method = [
        f"{count} {words}"
        for method, words in _METHODS.items()
        if (count := sum(each.method is method for each in one.criteria))
    ]
    yield f"- {len(one.criteria)} criteria: {', '.join(by_method)}"
    yield f"- {number(total_of(one)).en} points in all"
    yield from (f"- Note: {note.en}" for note in one.notes)
    yield ""
    yield from _bands("Grade", one.bands)
    if one.levels:
        yield from _bands("Level of a criterion", one.levels)


def _bands(title: str, bands: tuple[Band, ...]) -> Iterator[str]:
    yield f"| {title} | From | |\n|---|---|---|"
    for band in bands:
        yield f"| {band.code} | {percent(band.least).en} | {band.text.en} · {band.text.vi} |"
    yield ""


def _groups(one: CriteriaSet, facts: Mapping[str, FactCard]) -> Iterator[str]:
    for group in one.groups:
        cap = f", at most {number(group.cap).en}" if group.cap is not None else ""
        yield f"## {group.code}: {group.text.en} ({number(group.points).en}{cap})\n"
        yield f"*{group.text.vi}*\n"
        for criterion in one.criteria:
            if criterion.group == group.code:
                yield from _criterion(criterion, facts)


def _criterion(one: Criterion, facts: Mapping[str, FactCard]) -> Iterator[str]:
    official = " · official" if one.official else ""
    yield f"### {one.code}: {one.text.en}\n"
    yield f"*{one.text.vi}*\n"
    yield f"- {number(one.points).en} points, {_METHODS[one.method]}{official}"
    if one.measure:
        kinds = ", ".join(KIND_TITLES[kind].en.lower() for kind in one.measure.kinds)
        names = ", ".join(f"`{code}`" for code in one.measure.facts)
        on = f", on pages: {kinds}" if kinds else ""
        yield f"- Reads {names}: {_HOWS[one.measure.how]}{on}"
        if one.measure.needs:
            needed = ", ".join(f"`{code}`" for code in one.measure.needs)
            yield f"- Not met without {needed}"
    if one.indicator:
        yield f"- Indicator: `{one.indicator}`"
    yield f"- Scale: {_scale(one, facts)}"
    if one.absent is Absent.FULL:
        yield "- Where it does not apply: full points"
    yield f"- Evidence: {one.evidence.en}"
    if one.guidance:
        yield f"- How to judge: {one.guidance.en}"
    if one.basis:
        yield f"- Basis: {'; '.join(one.basis)}"
    if one.same_as:
        yield f"- Compared with: {', '.join(f'`{each}`' for each in one.same_as)}"
    yield ""


def _scale(one: Criterion, facts: Mapping[str, FactCard]) -> str:
    scale = one.scale
    if scale.steps:
        word = "up to" if scale.less else "from"
        return "; ".join(
            f"{word} {_number(step.least, scale)} {step.title.en} ({percent(step.share).en})"
            for step in scale.steps
        )
    said = asked(scale, _unit(one, facts))
    if scale.kind is ScaleKind.BINARY:
        return f"yes or no{f', {said.en}' if said else ''}"
    return f"in proportion, {said.en if said else 'up to all'}"


def _number(value: Fraction, scale: Scale) -> str:
    shares = scale.kind is ScaleKind.LEVEL and not scale.less
    return percent(value).en if shares else number(value).en


def _unit(one: Criterion, facts: Mapping[str, FactCard]) -> Unit:
    if one.measure is None:
        target = one.scale.target
        return Unit.SHARE if target is not None and target <= 1 else Unit.COUNT
    if one.measure.how in {How.ANY, How.ALL}:
        return Unit.YES_NO
    if one.measure.how in {How.EACH, How.SHARE_GOOD}:
        return Unit.SHARE
    card = facts.get(one.measure.facts[0])
    return card.unit if card else Unit.COUNT
