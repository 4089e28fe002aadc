"""Sending, assigning and answering petitions; rating a dossier."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.agencies import queries as agencies
from motcua.documents.actions import next_number
from motcua.dossiers import queries as dossiers
from motcua.dossiers.rules.codes import new_check_code
from motcua.feedback.events import (
    DossierRated,
    PetitionAnswered,
    PetitionAssigned,
    PetitionSent,
)
from motcua.feedback.models import Petition, Rating
from motcua.feedback.queries import HANDLERS
from motcua.feedback.values import Cause, PetitionStatus, Satisfaction, Topic
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI, Duration, Unit
from motcua.kernel.words import Refused, Sentence

ANSWER_WITHIN = Duration(10, Unit.WORKING_DAY)
"""Nghị định 61/2018/NĐ-CP and provinces' rules as read: feedback is answered in 10 working days."""
LONGEST = 4000


class FeedbackRefused(Refused):
    """A petition, an answer or a rating cannot be taken; `field` names what to mend."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A petition as its author wrote it."""

    topic: str
    text: str
    agency_code: str
    name: str
    phone: str = ""
    email: str = ""
    dossier_code: str = ""
    incident: str = ""
    may_publish: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the author keeps to follow a petition."""

    code: str
    check_code: str
    due_at: datetime


def send_petition(*, said: Said, by: Viewer, at: datetime) -> Receipt:
    """Take a petition in; refuses with `FeedbackRefused`, naming the field."""
    _check(said)
    agency = agencies.agency(said.agency_code)
    due_at = agencies.calendar_of(agency.code).due(at, ANSWER_WITHIN).at
    day = f"{at.astimezone(HANOI):%y%m%d}"
    with transaction.atomic():
        number = next_number(series="petition", period=day)
        row = Petition.objects.create(
            code=f"PA-{day}-{number:04d}",
            check_code=new_check_code(),
            topic=said.topic,
            text=said.text.strip(),
            agency_code=agency.code,
            agency_path=agency.path,
            dossier_code=said.dossier_code.strip()[:60],
            incident=said.incident.strip()[:40],
            sender_id=by.key,
            name=said.name.strip()[:200],
            phone=said.phone.strip()[:40],
            email=said.email.strip()[:254],
            may_publish=said.may_publish,
            sent_at=at,
            due_at=due_at,
        )
        event = PetitionSent(
            subject=f"petition:{row.key}",
            code=row.code,
            topic=row.topic,
            agency=agency.code,
            due_at=due_at,
        )
        record(event=event, by=by.actor, at=at)
    return Receipt(row.code, row.check_code, due_at)


def assign_petition(
    *, code: str, by: Viewer, at: datetime, agency_code: str = "", to_self: bool = False
) -> None:
    """Give a petition to another agency, or take it up oneself."""
    with transaction.atomic():
        row = _locked(code, by)
        if agency_code:
            try:
                agency = agencies.agency(agency_code)
            except agencies.AgencyUnknown as unknown:
                raise FeedbackRefused(
                    "co-quan",
                    Sentence("Bạn hãy chọn một cơ quan có trong danh sách.", "Choose an agency."),
                ) from unknown
            row.agency_code, row.agency_path = agency.code, agency.path
            row.officer_key, row.officer_name = None, ""
        if to_self:
            row.officer_key, row.officer_name = by.key, by.name
        row.status = PetitionStatus.ASSIGNED.value
        row.save()
        event = PetitionAssigned(
            subject=f"petition:{row.key}",
            code=row.code,
            agency=row.agency_code,
            officer=row.officer_name,
        )
        record(event=event, by=by.actor, at=at)


def answer_petition(
    *, code: str, answer: str, by: Viewer, at: datetime, closes: bool = False, publish: bool = False
) -> None:
    """Answer a petition (or close it with a reason); late answers are taken all the same."""
    words = answer.strip()
    if not words or len(words) > LONGEST:
        raise FeedbackRefused(
            "tra-loi",
            Sentence(
                f"Bạn hãy viết câu trả lời, nhiều nhất {LONGEST} ký tự.",
                f"Please write the answer, at most {LONGEST} characters.",
            ),
        )
    with transaction.atomic():
        row = _locked(code, by)
        status = PetitionStatus.CLOSED if closes else PetitionStatus.ANSWERED
        row.status, row.answer = status.value, words
        row.answered_by, row.answered_at = by.name, at
        row.published = publish and row.may_publish
        row.save()
        event = PetitionAnswered(
            subject=f"petition:{row.key}",
            code=row.code,
            status=status.value,
            published=row.published,
        )
        record(event=event, by=by.actor, at=at)


def rate(
    *,
    code: str,
    satisfaction: Satisfaction,
    by: Viewer,
    at: datetime,
    cause: Cause | None = None,
    words: str = "",
) -> None:
    """Say how one was served with a dossier that has ended or has its result; once."""
    found = dossiers.dossier(viewer=by, code=code, at=at)
    if found is None or not found.for_applicant or (found.resolved_at or found.ended_at) is None:
        raise FeedbackRefused(
            "hai-long",
            Sentence(
                "Bạn đánh giá được khi hồ sơ của bạn đã có kết quả.",
                "You can rate once your application has its result.",
            ),
        )
    if satisfaction is Satisfaction.NO and cause is None:
        raise FeedbackRefused(
            "ly-do", Sentence("Bạn hãy chọn điều làm bạn chưa hài lòng.", "Please choose why.")
        )
    row = Rating(
        dossier_key=found.key,
        agency_path=agencies.agency(found.agency_code).path,
        service_code=found.service_code,
        satisfaction=satisfaction.value,
        cause=cause.value if cause and satisfaction is Satisfaction.NO else "",
        words=words.strip()[:LONGEST],
        given_at=at,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            event = DossierRated(
                subject=f"dossier:{found.key}",
                code=code,
                agency=found.agency_code,
                satisfaction=row.satisfaction,
                cause=row.cause,
            )
            record(event=event, by=by.actor, at=at)
    except IntegrityError as twice:
        raise FeedbackRefused(
            "hai-long",
            Sentence("Bạn đã đánh giá hồ sơ này rồi. Cảm ơn bạn.", "You rated this already."),
        ) from twice


def _check(said: Said) -> None:
    problems = (
        (
            "loai",
            said.topic not in set(Topic),
            "Bạn hãy chọn điều bạn muốn nói.",
            "Choose a topic.",
        ),
        (
            "noi-dung",
            not 10 <= len(said.text.strip()) <= LONGEST,
            f"Bạn hãy kể lại sự việc, từ 10 đến {LONGEST} ký tự.",
            f"Please tell us what happened, in 10 to {LONGEST} characters.",
        ),
        (
            "ten",
            not said.name.strip(),
            "Bạn hãy cho biết tên để được trả lời.",
            "Your name, please.",
        ),
        (
            "lien-he",
            not _reachable(said),
            "Bạn hãy cho một số điện thoại hoặc thư điện tử đúng, để được trả lời.",
            "Please give a telephone number or a mail address that can be written to.",
        ),
        ("co-quan", not _known(said.agency_code), "Bạn hãy chọn cơ quan.", "Choose the agency."),
    )
    for field, wrong, vi, en in problems:
        if wrong:
            raise FeedbackRefused(field, Sentence(vi, en))


def _reachable(said: Said) -> bool:
    digits = sum(letter.isdigit() for letter in said.phone)
    name, at, domain = said.email.strip().partition("@")
    by_mail = bool(name and at and "." in domain and " " not in said.email.strip())
    return by_mail if said.email.strip() else 9 <= digits <= 15


def _known(code: str) -> bool:
    try:
        agencies.agency(code)
    except agencies.AgencyUnknown:
        return False
    return True


def _locked(code: str, by: Viewer) -> Petition:
    row = Petition.objects.select_for_update(of=("self",)).filter(code=code).first()
    theirs = row and any(row.agency_path.startswith(path) for path in by.paths(*HANDLERS))
    if row is None or not theirs:
        raise FeedbackRefused(
            "ma", Sentence("Không tìm thấy phản ánh này.", "This petition was not found.")
        )
    if PetitionStatus(row.status).is_end:
        raise FeedbackRefused(
            "ma",
            Sentence("Phản ánh này đã được trả lời.", "This petition has been answered already."),
        )
    return row
