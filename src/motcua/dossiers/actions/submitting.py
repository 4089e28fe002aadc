"""Submitting: a draft becomes a dossier with a code, a clock and a place in the inbox."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind, AgencyView
from motcua.documents.actions import next_number
from motcua.dossiers.actions import listing
from motcua.dossiers.actions.charging import charge
from motcua.dossiers.actions.drafting import DraftRefused
from motcua.dossiers.actions.supplementing import hand_in_supplement
from motcua.dossiers.actions.turning import Bench, inbox_fields, standing, turn
from motcua.dossiers.events import DossierSubmitted
from motcua.dossiers.models import Attachment, Dossier, Draft, InboxRow
from motcua.dossiers.queries.gazetteer import units
from motcua.dossiers.queries.scope import key_of
from motcua.dossiers.rules import codes
from motcua.dossiers.rules.applicants import applicant
from motcua.dossiers.values import Channel
from motcua.forms import rules as form_rules
from motcua.forms.values import AnswerSet, FieldError
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI
from motcua.kernel.codes import AgencyCode, DossierCode
from motcua.kernel.words import Refused, Sentence, counted
from motcua.procedures import queries as procedures
from motcua.procedures.rules import cases
from motcua.procedures.values.services import ServiceVersion
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Decision, Facts, Function, Move, Position, State


class SubmitRefused(Refused):
    """The form is not complete yet; `errors` name each field with its remedy."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        super().__init__(
            Sentence(
                vi=f"Tờ khai còn {len(errors)} chỗ cần sửa trước khi nộp.",
                en=f"Correct {counted(len(errors), 'answer')} before you submit the form.",
            )
        )
        self.errors = errors


def submit(*, draft: UUID, by: Viewer, at: datetime, language: str = "vi") -> str:
    """Submit a draft and give the dossier's code.

    Pressing twice, or again after a lost answer, gives the same code. A draft that supplements a
    dossier hands the supplement in. Refuses with `SubmitRefused` (all errors at once) and loses
    nothing.
    """
    with transaction.atomic():
        paper = (
            Draft.objects.select_for_update(of=("self",))
            .select_related("submitted_as", "dossier")
            .filter(key=draft, owner__key=key_of(by))
            .first()
        )
        if paper is None or not _may_submit(paper, by):
            raise DraftRefused(
                Sentence(vi="Không tìm thấy tờ khai này.", en="This form was not found.")
            )
        if paper.submitted_as is not None:
            return paper.submitted_as.code
        service = procedures.service_by_digest(paper.service_digest)
        answers = _checked(paper, service, at)
        if paper.dossier is not None:
            return hand_in_supplement(paper=paper, answers=answers, by=by, at=at)
        row = _open_dossier(paper, service, answers, by=by, at=at, language=language)
        paper.submitted_as = row
        paper.save(update_fields=["submitted_as"])
        return row.code


def _may_submit(paper: Draft, by: Viewer) -> bool:
    """Tell whether a draft is one's own request, or a paper that reception may take in."""
    own = Channel(paper.channel).is_online
    return own or (by.second_factor and bool(by.paths(Role.RECEPTIONIST)))


def _checked(paper: Draft, service: ServiceVersion, at: datetime) -> AnswerSet:
    checked = form_rules.check(service.form, paper.answers, at=at, units=units())
    if checked.errors:
        raise SubmitRefused(checked.errors)
    return checked.answers


def _open_dossier(
    paper: Draft,
    service: ServiceVersion,
    answers: AnswerSet,
    *,
    by: Viewer,
    at: datetime,
    language: str,
) -> Dossier:
    agency = agencies.competent(AgencyKind(service.competent_kind), territory_of(service, answers))
    code = str(_new_code(agency, at))
    row = new_row(
        service, answers.to_json(), code=code, agency=agency, channel=paper.channel, at=at
    )
    row.reception_code = paper.reception_code or agency.code
    row.language = language
    if Channel(paper.channel).is_online:
        row.applicant_id = by.key
    on = Bench(row, service, agencies.calendar_of(agency.code))
    turn(on, submission(service), at=at)
    row.save(force_insert=True)
    InboxRow(dossier=row, **inbox_fields(on, at=at)).save(force_insert=True)
    listing.enter(row, service)
    files = Attachment.objects.filter(draft=paper, removed_at=None).update(dossier=row)
    charge(row, service, answers=answers, by=by, at=at)
    record(
        event=DossierSubmitted(channel=row.channel, files=files, **standing(row)),
        by=by.actor,
        at=at,
    )
    return row


def _new_code(agency: AgencyView, at: datetime) -> DossierCode:
    on = at.astimezone(HANOI).date()
    sequence = next_number(series=series_of(agency), period=period_of(at))
    return DossierCode.format(agency=AgencyCode.parse(agency.code), on=on, sequence=sequence)


def series_of(agency: AgencyView) -> str:
    """Name the series of numbers that an agency's dossiers count in."""
    return f"dossier/{agency.code}"


def period_of(at: datetime) -> str:
    """Name the period, a day in Hà Nội, after which an agency's dossiers count from 1 again."""
    return f"{at.astimezone(HANOI):%y%m%d}"


def new_row(
    service: ServiceVersion,
    answers: Mapping[str, Any],
    *,
    code: str,
    agency: AgencyView,
    channel: str,
    at: datetime,
) -> Dossier:
    """Make the row of a dossier as it is before its first move; saves nothing."""
    who = applicant(service.applicant, answers)
    return Dossier(
        code=code,
        check_code=codes.new_check_code(),
        service_code=service.code,
        service_digest=service.digest,
        service_name=service.name.vi,
        case_code=cases.case_code(service, answers, channel=channel),
        agency_code=agency.code,
        agency_path=agency.path,
        reception_code=agency.code,
        channel=channel,
        applicant_name=who.name,
        contact=who.contact(),
        answers=dict(answers),
        submitted_at=at,
        revision=0,
    )


def submission(service: ServiceVersion) -> Decision:
    """Decide the first move of every dossier."""
    return workflow_rules.decide(
        definition=service.workflow,
        position=Position(State.DRAFT),
        move=Move.SUBMIT,
        functions=frozenset({Function.APPLICANT, Function.RECEPTION}),
        facts=Facts(),
    )


def territory_of(service: ServiceVersion, answers: AnswerSet) -> str:
    """Name the province or commune that the answers make competent."""
    unit = answers.get(service.competent_path)
    return str(unit.get("commune") or unit["province"])
