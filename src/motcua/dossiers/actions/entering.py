"""Entering a dossier: a checked form becomes a row with code, clock and a place in the inbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind, AgencyView
from motcua.documents.actions import next_number
from motcua.dossiers.actions import listing
from motcua.dossiers.actions.charging import charge
from motcua.dossiers.actions.turning import Bench, inbox_fields, standing, turn
from motcua.dossiers.events import DossierSubmitted
from motcua.dossiers.models import Attachment, Dossier, Draft, InboxRow
from motcua.dossiers.rules import codes
from motcua.dossiers.rules.applicants import applicant
from motcua.forms.values import AnswerSet
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI, local_day
from motcua.kernel.codes import AgencyCode, DossierCode
from motcua.procedures.rules import cases
from motcua.procedures.values.services import ServiceVersion
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Decision, Facts, Function, Move, Position, State


@dataclass(frozen=True, slots=True)
class Filing:
    """How a form came in: by which channel, at which desk, for whose account, from which draft.

    `return_code` is the desk where the result is to be fetched, empty for the competent agency's.
    Without a draft the files are those that the answers name.
    """

    channel: str
    language: str
    applicant: UUID | None = None
    reception_code: str = ""
    return_code: str = ""
    draft: Draft | None = None


def enter(
    service: ServiceVersion, answers: AnswerSet, *, filing: Filing, by: Viewer, at: datetime
) -> Dossier:
    """Open a dossier at the agency that the answers make competent. In the caller's transaction."""
    agency = agencies.competent(AgencyKind(service.competent_kind), territory_of(service, answers))
    code = str(_new_code(agency, at))
    row = new_row(
        service, answers.to_json(), code=code, agency=agency, channel=filing.channel, at=at
    )
    row.reception_code = filing.reception_code or agency.code
    row.return_code = "" if filing.return_code == agency.code else filing.return_code
    row.language = filing.language
    row.applicant_id = filing.applicant
    on = Bench(row, service, agencies.calendar_of(agency.code))
    turn(on, submission(service), at=at)
    row.save(force_insert=True)
    InboxRow(dossier=row, **inbox_fields(on, at=at)).save(force_insert=True)
    listing.enter(row, service)
    files = _take_files(row, service, filing, at=at)
    charge(row, service, answers=answers, by=by, at=at)
    event = DossierSubmitted(
        channel=row.channel, files=files, level=service.level.value, **standing(row)
    )
    record(event=event, by=by.actor, at=at)
    return row


def _take_files(row: Dossier, service: ServiceVersion, filing: Filing, *, at: datetime) -> int:
    if filing.draft is not None:
        return Attachment.objects.filter(draft=filing.draft, removed_at=None).update(dossier=row)
    taken = [
        Attachment(
            dossier=row,
            file_id=UUID(str(key)),
            field=path,
            component=str(getattr(placed.field, "component", "")),
            added_at=at,
        )
        for path, placed in service.form.fields.items()
        if placed.type == "file"
        for key in row.answers.get(path) or ()
    ]
    Attachment.objects.bulk_create(taken)
    return len(taken)


def _new_code(agency: AgencyView, at: datetime) -> DossierCode:
    on = local_day(at)
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
