"""From what was judged to what is published: findings and runs in the words of the day."""

from collections.abc import Iterable, Mapping

from motcua.evaluation.rules import judging
from motcua.evaluation.rules.gathering import Material, gather
from motcua.evaluation.values.audits import Audit
from motcua.evaluation.values.campaigns import SubjectView
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.facts import FactCard
from motcua.evaluation.values.findings import Finding
from motcua.evaluation.values.leagues import Ranked, Rival
from motcua.evaluation.values.published import (
    DrawnCauses,
    PublishedAnswer,
    PublishedFinding,
    PublishedPlace,
    PublishedRun,
    PublishedSubject,
)
from motcua.evaluation.values.scores import Standing
from motcua.evaluation.values.usability import Usability

PLACES = 3
"""Places of a finding that stand in the document; the audit itself has more."""


def judged(
    subject: SubjectView,
    criteria_set: CriteriaSet,
    *,
    audit: tuple[Audit, str] | None,
    material: Material,
    usability: Usability | None,
    causes: DrawnCauses | None,
    facts: Mapping[str, FactCard],
) -> PublishedSubject:
    """Judge a portal by everything known of it; its rank and replies follow when it is published.

    `audit` comes with the digest that it is kept under; None where the portal was not looked at.
    """
    answers, told = gather(criteria_set, material)
    observed = audit[0] if audit else ()
    result = judging.grade(criteria_set, observed, answers, facts=facts)
    found = judging.findings(observed, facts, criteria_set=criteria_set, result=result)
    return PublishedSubject(
        agency=subject.agency,
        name=subject.name,
        league=subject.league,
        address=subject.address,
        rank=0,
        result=result,
        run=_run(*audit) if audit else None,
        findings=tuple(_finding(one) for one in found),
        answers=told,
        figures=material.figures,
        usability=usability,
        causes=causes,
        evidence=_evidence(told, audit),
    )


def ranked(subjects: Iterable[PublishedSubject]) -> Mapping[str, Ranked]:
    """Give by agency its place in its league; equals share one."""
    rivals = (Rival(key=one.agency, league=one.league.value, result=one.result) for one in subjects)
    places = judging.ranking(rivals)
    return {one.rival.key: one for league in places.values() for one in league}


def open_criteria(subject: PublishedSubject) -> tuple[str, ...]:
    """Name the criteria of a portal that nobody has judged."""
    return tuple(one.code for one in subject.result.criteria if one.standing is Standing.OPEN)


def _finding(one: Finding) -> PublishedFinding:
    return PublishedFinding(
        fact=one.card.code,
        rule=one.rule,
        name=one.card.name,
        remedy=one.card.remedy,
        severity=one.severity,
        pages=one.pages,
        found=one.found,
        lost=one.criteria,
        points=one.lost,
        places=tuple(
            PublishedPlace(
                url=place.url,
                selector=place.place.selector,
                snippet=place.place.snippet,
                picture=place.place.picture,
            )
            for place in one.places[:PLACES]
        ),
    )


def _run(audit: Audit, digest: str) -> PublishedRun:
    return PublishedRun(
        url=audit.url,
        begun_at=audit.begun_at,
        ended_at=audit.ended_at,
        tool=audit.tool,
        browser=audit.browser,
        audit=digest,
        pages=tuple((page.kind.value, page.final_url or page.url) for page in audit.pages),
    )


def _evidence(told: Iterable[PublishedAnswer], audit: tuple[Audit, str] | None) -> tuple[str, ...]:
    named = [digest for one in told for digest in one.evidence]
    if audit:
        named += [audit[1], *(one.digest for one in audit[0].evidence)]
    return tuple(dict.fromkeys(named))
