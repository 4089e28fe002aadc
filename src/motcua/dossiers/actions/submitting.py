"""Submitting: a draft becomes a dossier with a code, a clock and a place in the inbox."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind
from motcua.dossiers.actions.bundling import open_bundle
from motcua.dossiers.actions.drafting import DraftRefused, note_help
from motcua.dossiers.actions.entering import Filing, enter, territory_of
from motcua.dossiers.actions.intake_check import applicant_of, excused_files, papers_ready
from motcua.dossiers.actions.supplementing import hand_in_supplement
from motcua.dossiers.models import Draft
from motcua.dossiers.queries.drafts import shut_files
from motcua.dossiers.queries.gazetteer import units
from motcua.dossiers.queries.scope import key_of
from motcua.dossiers.values import Channel
from motcua.forms import rules as form_rules
from motcua.forms.values import AnswerSet, FieldError
from motcua.identity.actions import note_submission
from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Refused, Sentence, counted
from motcua.procedures import queries as procedures
from motcua.procedures.values.services import ServiceVersion


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


class DeskRefused(Refused):
    """The result cannot be fetched at that desk."""


DESKS = frozenset({AgencyKind.COMMUNE, AgencyKind.PROVINCE})
"""Kinds of agencies with a desk (một cửa) where anybody's result may be fetched."""


def submit(
    *, draft: UUID, by: Viewer, at: datetime, language: str = "vi", return_code: str = ""
) -> str:
    """Submit a draft and give the dossier's code.

    Pressing twice, or again after a lost answer, gives the same code. A draft that supplements a
    dossier hands the supplement in. `return_code` names the agency at whose desk the result is
    fetched, if not the competent one's. Refuses with `SubmitRefused` (all errors at once) and loses
    nothing.
    """
    with transaction.atomic():
        paper = (
            Draft.objects.select_for_update(of=("self",))
            .select_related("dossier")
            .filter(key=draft, owner__key=key_of(by))
            .first()
        )
        if paper is None or not _may_submit(paper, by):
            raise DraftRefused(
                Sentence(vi="Không tìm thấy tờ khai này.", en="This form was not found.")
            )
        # Read only now: joined above, it would be as it was before the lock was waited for.
        if paper.submitted_as is not None:
            return paper.submitted_as.code
        service = procedures.service_by_digest(paper.service_digest)
        note_help(paper, by)
        answers = _checked(paper, service, at)
        if paper.dossier is not None:
            note_submission(code=paper.dossier.code, service_name=paper.service_name, by=by, at=at)
            return hand_in_supplement(paper=paper, answers=answers, by=by, at=at)
        papers_ready(paper, service, answers.values)
        filing = Filing(
            channel=paper.channel,
            language=language,
            applicant=by.key if Channel(paper.channel).is_online else applicant_of(paper),
            reception_code=paper.reception_code,
            return_code=desk_of(return_code, service, answers),
            draft=paper,
        )
        row = enter(service, answers, filing=filing, by=by, at=at)
        if service.bundle:
            open_bundle(row, service, answers=answers, by=by, at=at)
        paper.submitted_as = row
        paper.save(update_fields=["submitted_as"])
        note_submission(code=row.code, service_name=row.service_name, by=by, at=at)
        return row.code


def desk_of(code: str, service: ServiceVersion, answers: AnswerSet) -> str:
    """Check the agency at whose desk a result is to be fetched; empty for the competent one's.

    Raises AgencyUnknown, and `DeskRefused` where the procedure returns nothing at desks or that
    agency has none.
    """
    if not code:
        return ""
    competent_kind = AgencyKind(service.competent_kind)
    if code == agencies.competent(competent_kind, territory_of(service, answers)).code:
        return ""
    kind = agencies.agency(code).kind
    if Channel.COUNTER not in service.channels or kind not in DESKS:
        raise DeskRefused(
            Sentence(
                vi="Không nhận được kết quả ở nơi này. Bạn hãy chọn nơi khác trong danh sách.",
                en="The result cannot be fetched there. Choose another place from the list.",
            )
        )
    return code


def _may_submit(paper: Draft, by: Viewer) -> bool:
    """Tell whether a draft is one's own request, or a paper that reception may take in."""
    own = Channel(paper.channel).is_online
    return own or (by.second_factor and bool(by.paths(Role.RECEPTIONIST)))


def _checked(paper: Draft, service: ServiceVersion, at: datetime) -> AnswerSet:
    checked = form_rules.check(service.form, paper.answers, at=at, units=units())
    excused = excused_files(paper, service) if checked.errors else ()
    errors = tuple(error for error in checked.errors if error.path not in excused)
    errors += shut_files(paper, service.form)
    if errors:
        raise SubmitRefused(errors)
    return checked.answers
