"""Supplementing: the applicant answers all that was asked, on the same form."""

from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from motcua.dossiers.actions.charging import charge
from motcua.dossiers.actions.drafting import DraftRefused
from motcua.dossiers.actions.moving import carry_out, facts_of, locked
from motcua.dossiers.actions.turning import Bench, bench
from motcua.dossiers.models import Attachment, Draft
from motcua.dossiers.queries.scope import functions_at, key_of
from motcua.dossiers.rules import comparing
from motcua.forms.values import AnswerSet
from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.procedures.rules import cases
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import ClockKind, Decision, Move, State


def start_supplement(*, code: str, by: Viewer, at: datetime) -> UUID:
    """Open the form of a dossier that waits for its applicant, filled as it was; gives the draft.

    Asking again gives the same draft. Refuses when nothing was asked for.
    """
    with transaction.atomic():
        row = locked(code, by)
        if row.state != State.SUPPLEMENT.value:
            raise DraftRefused(
                Sentence(
                    vi="Hồ sơ này hiện không cần bổ sung.",
                    en="Nothing more is needed for this application now.",
                )
            )
        known = Draft.objects.filter(dossier=row, owner__key=key_of(by), submitted_as=None).first()
        if known is not None:
            return known.key
        draft = Draft.objects.create(
            owner_id=key_of(by),
            channel=row.channel,
            service_code=row.service_code,
            service_digest=row.service_digest,
            service_name=row.service_name,
            answers=row.answers,
            begun_at=at,
            saved_at=at,
            dossier=row,
        )
        Attachment.objects.bulk_create(
            Attachment(
                draft=draft,
                file_id=kept.file_id,
                field=kept.field,
                component=kept.component,
                added_at=kept.added_at,
            )
            for kept in Attachment.objects.filter(dossier=row, removed_at=None).order_by("pk")
        )
    return draft.key


def hand_in_supplement(*, paper: Draft, answers: AnswerSet, by: Viewer, at: datetime) -> str:
    """Put the amended answers and files into the dossier and give it back to whoever asked.

    In the caller's transaction, with the draft locked.
    """
    if paper.dossier is None:
        raise ValueError("this draft supplements nothing")
    row = locked(paper.dossier.code, by)
    on = bench(row)
    decision = workflow_rules.decide(
        definition=on.service.workflow,
        position=on.position,
        move=Move.SUPPLEMENT,
        functions=functions_at(by, row),
        facts=facts_of(on, at=at),
    )
    changes = _changes(on, paper, answers)
    row.answers = answers.to_json()
    decision = _in_its_case(on, decision)
    charge(row, on.service, answers=answers, by=by, at=at)
    Attachment.objects.filter(dossier=row, removed_at=None).exclude(draft=paper).update(
        removed_at=at
    )
    Attachment.objects.filter(draft=paper, removed_at=None).update(dossier=row)
    row.supplement_requests.filter(answered_at=None).update(answered_at=at, changes=changes)
    carry_out(on=on, decision=decision, by=by, at=at)
    paper.submitted_as = row
    paper.save(update_fields=["submitted_as"])
    return row.code


def _changes(on: Bench, paper: Draft, answers: AnswerSet) -> list[dict[str, str]]:
    """Give what the supplement changes, for the officer to see. Asked before anything is."""
    held = Attachment.objects.filter(Q(dossier=on.row) | Q(draft=paper))
    names = {str(key): name for key, name in held.values_list("file_id", "file__filename")}
    found = comparing.compare(on.service.form, on.row.answers, answers.to_json(), files=names)
    return [asdict(change) for change in found]


def _in_its_case(on: Bench, decision: Decision) -> Decision:
    """Put the row into the case that the amended answers make; its limit holds from now on."""
    row, clock = on.row, on.clock
    before = row.case_code
    row.case_code = cases.case_code(on.service, row.answers, channel=row.channel)
    if row.case_code == before or clock is None or clock.kind is not ClockKind.SETTLEMENT:
        return decision
    limit = cases.limit_of(on.service, case=row.case_code, channel=row.channel)
    change = replace(decision.clock, limit=limit.duration, cutoff=limit.cutoff)
    return replace(decision, clock=change)
