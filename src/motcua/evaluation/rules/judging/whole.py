"""Judging an audit by one set or several, beside an earlier audit if there is one."""

from collections.abc import Iterable, Mapping, Sequence

from motcua.evaluation.rules.judging.comparing import compare
from motcua.evaluation.rules.judging.finding import findings, five_things
from motcua.evaluation.rules.judging.grading import grade
from motcua.evaluation.values.audits import Audit
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.facts import FactCard
from motcua.evaluation.values.findings import Finding
from motcua.evaluation.values.judged import Judged, Judgement, Since
from motcua.evaluation.values.scores import Answer


def judge(
    audit: Audit,
    sets: Sequence[CriteriaSet],
    *,
    facts: Mapping[str, FactCard],
    answers: Mapping[str, Sequence[Answer]] | None = None,
    earlier: Audit | None = None,
) -> Judged:
    """Judge an audit by each set; the first gives the grade and weighs the faults.

    answers  by the name of their set
    """
    judgements = []
    for one in sets:
        known = (answers or {}).get(one.name, ())
        result = grade(one, audit, known, facts=facts)
        before = None if earlier is None else grade(one, earlier, known, facts=facts)
        since = None if before is None else compare(before, result, [one])
        judgements.append(Judgement(criteria_set=one, result=result, since=since))
    first = judgements[0]
    found = findings(audit, facts, criteria_set=first.criteria_set, result=first.result)
    return Judged(
        audit=audit,
        judgements=tuple(judgements),
        findings=found,
        first=five_things(first.result, found),
        facts=facts,
        since=None if earlier is None else _since(findings(earlier, facts), found),
    )


def key_of(finding: Finding) -> str:
    """Name a fault: `fact`, or `fact:rule` where the fact has finer rules."""
    return f"{finding.card.code}:{finding.rule}" if finding.rule else finding.card.code


def _since(before: Iterable[Finding], now: Iterable[Finding]) -> Since:
    was, is_ = {key_of(one) for one in before}, {key_of(one) for one in now}
    return Since(
        mended=tuple(sorted(was - is_)),
        new=tuple(sorted(is_ - was)),
        still=tuple(sorted(was & is_)),
    )
