"""Reading what evaluators doubt of values that they did not give."""

from motcua.evaluation.models import Doubt, Override
from motcua.evaluation.queries.campaigns import reached
from motcua.evaluation.queries.viewing import stands_at
from motcua.evaluation.rules import permitting
from motcua.evaluation.rules.permitting import See, Stand
from motcua.evaluation.values.worksheets import DoubtView
from motcua.identity.values import Viewer


def doubts(*, viewer: Viewer, code: str, agency: str = "") -> tuple[DoubtView, ...]:
    """Give what is doubted, open ones first: to whoever leads all, to an evaluator their own."""
    campaign = reached(viewer, code)
    if campaign is None:
        return ()
    subjects = {
        row.pk: stands_at(viewer, row, campaign)
        for row in campaign.subjects.prefetch_related("assignments")
        if not agency or row.agency_code == agency
    }
    seen = [pk for pk, held in subjects.items() if permitting.may(See.DIFFERENCES, held)]
    rows = Doubt.objects.filter(subject__in=seen).select_related("subject").order_by("at", "pk")
    over = Override.objects.filter(subject__in=seen, lifted_at=None)
    put = {(row.subject_id, row.criterion): row.at for row in over}
    found = []
    for row in rows:
        if Stand.LEADER not in subjects[row.subject_id] and row.by_key != viewer.key:
            continue
        at = put.get((row.subject_id, row.criterion))
        found.append(
            DoubtView(
                agency=row.subject.agency_code,
                criterion=row.criterion,
                reason=row.reason,
                by=row.by_name,
                at=row.at,
                settled=at is not None and at >= row.at,
            )
        )
    return tuple(sorted(found, key=lambda one: one.settled))
