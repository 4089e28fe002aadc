"""Computing the results of a campaign from everything that is known of its portals."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import floor
from uuid import UUID

from django.db import transaction

from motcua.evaluation import ports
from motcua.evaluation.actions.reaching import campaign_for
from motcua.evaluation.events import about
from motcua.evaluation.events.results import ResultsComputed
from motcua.evaluation.models import Campaign, Subject, SubjectScore
from motcua.evaluation.queries.campaign_sets import asked, set_of
from motcua.evaluation.queries.drawing import causes, drawn
from motcua.evaluation.queries.material import (
    audit_of,
    materials,
    runs_that_count,
    sessions_of,
)
from motcua.evaluation.queries.viewing import subject_view
from motcua.evaluation.rules.freezing import frozen
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.observing import summed_up
from motcua.evaluation.rules.publishing import judged, open_criteria
from motcua.evaluation.values.criteria import CriteriaSet, Method
from motcua.evaluation.values.published import DrawnFigure, PublishedSubject
from motcua.evaluation.values.scores import Result
from motcua.identity.values import Viewer
from motcua.journal.actions import record


def compute(*, code: str, by: Viewer, at: datetime) -> int:
    """Judge every portal anew and keep the results; give how many.

    Figures of measurement are drawn in now, with their date. Nothing is seen by anybody but those
    who judge until agencies are asked for their reply.
    """
    with transaction.atomic():
        campaign = campaign_for(Verb.COMPUTE, code=code, by=by)
        criteria_set = set_of(campaign)
        subjects = list(campaign.subjects.order_by("agency_code"))
        made = _judged(campaign, subjects, criteria_set, at=at)
        SubjectScore.objects.filter(subject__campaign=campaign).delete()
        SubjectScore.objects.bulk_create(made)
        campaign.computed_at = at
        campaign.save(update_fields=["computed_at"])
        event = ResultsComputed(
            subject=about(campaign.code),
            portals=len(made),
            provisional=sum(one.provisional for one in made),
            criteria_digest=criteria_set.digest,
        )
        record(event=event, by=by.actor, at=at)
    return len(made)


def points_of(result: Result) -> Decimal:
    """Give a total on 100 to four decimals, for sorting; the exact one is in the result.

    Cut off, not rounded, so that nothing reaches the next grade by being written down.
    """
    share = result.total / result.most * 100 if result.most else Fraction(0)
    return Decimal(floor(share * 10_000)) / 10_000


def _judged(
    campaign: Campaign, subjects: list[Subject], criteria_set: CriteriaSet, *, at: datetime
) -> list[SubjectScore]:
    said = materials(campaign, _figures(campaign, subjects, criteria_set, at=at))
    runs, sessions = runs_that_count(campaign), sessions_of(campaign)
    made: list[SubjectScore] = []
    for row in subjects:
        run = runs.get(row.pk)
        observed = sessions.get(row.pk)
        found = judged(
            subject_view(row),
            criteria_set,
            audit=(audit_of(run.audit_digest), run.audit_digest) if run else None,
            material=said[row.pk],
            usability=summed_up(observed) if observed else None,
            causes=causes(row.agency_code, days=_days(campaign), at=at),
            facts=ports.facts(),
        )
        made.append(_score(row, found, run.key if run else None, at=at))
    return made


def _figures(
    campaign: Campaign, subjects: list[Subject], criteria_set: CriteriaSet, *, at: datetime
) -> dict[int, tuple[DrawnFigure, ...]]:
    found = drawn(
        asked(criteria_set, Method.INDICATOR),
        [row.agency_code for row in subjects],
        days=_days(campaign),
        at=at,
    )
    return {row.pk: found[row.agency_code] for row in subjects}


def _days(campaign: Campaign) -> tuple[date, date]:
    return campaign.figures_from, campaign.figures_to


def _score(
    subject: Subject, found: PublishedSubject, run_key: UUID | None, *, at: datetime
) -> SubjectScore:
    return SubjectScore(
        subject=subject,
        run_key=run_key,
        grade=found.result.grade,
        points=points_of(found.result),
        provisional=found.result.provisional,
        open_criteria=len(open_criteria(found)),
        document=frozen(found),
        computed_at=at,
    )
