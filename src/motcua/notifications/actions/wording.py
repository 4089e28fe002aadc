"""Write a dated version of a template; a second person approves it or returns it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence
from motcua.notifications.events import WordsApproved, WordsReturned, WordsWritten
from motcua.notifications.models import TemplateEdition
from motcua.notifications.queries.templates import TemplateUnknown, template
from motcua.notifications.rules.wording import FIELDS, LANGUAGES, PLACES, Flaw, lint
from motcua.notifications.values import EditionView

WRITERS = (Role.PROCEDURE_ADMIN,)
"""Who may write words that go to people."""
DECIDERS = (Role.PROCEDURE_ADMIN, Role.APPROVER)
"""Who may approve or return them, never their own."""
LONGEST_COMMENT = 1000
_AHEAD = timedelta(days=366)


class WordsRefused(Refused):
    """These words cannot be kept, or not approved; `flaws` name every place that is wrong."""

    def __init__(self, sentence: Sentence, flaws: tuple[Flaw, ...] = ()) -> None:
        super().__init__(sentence)
        self.flaws = flaws


def may_decide(viewer: Viewer, edition: EditionView) -> bool:
    """Tell whether somebody may approve or return a version: a second person with the role."""
    return bool(viewer.paths(*DECIDERS)) and viewer.key != edition.written_by


@transaction.atomic
def propose_words(
    *, code: str, words: Mapping[str, str], valid_from: date | None, by: Viewer, at: datetime
) -> UUID:
    """Keep a version that waits for a second person; gives its key.

    `words` are keyed by place (`subject.vi` …). Raises WordsRefused with all flaws, the day's
    among them (place `valid_from`), and TemplateUnknown.
    """
    if by.key is None or not by.paths(*WRITERS):
        raise WordsRefused(Sentence("Bạn không soạn mẫu tin.", "You do not write templates."))
    today = local_day(at)
    typed = {place: _lines(words.get(place, "")) for place in PLACES}
    flaws = lint(typed, uses=template(code, on=today).uses)
    if valid_from is None or not today <= valid_from <= today + _AHEAD:
        flaws += (Flaw("valid_from", _DAY),)
    if valid_from is None or flaws:
        raise WordsRefused(flaws[0].sentence, flaws)
    row = TemplateEdition.objects.create(
        code=code,
        valid_from=valid_from,
        words={
            field: {language: typed[f"{field}.{language}"] for language in LANGUAGES}
            for field in FIELDS
        },
        written_by=by.key,
        written_by_name=by.name,
        written_at=at,
    )
    event = WordsWritten(subject=f"template:{code}", edition=row.key, valid_from=valid_from)
    record(event=event, by=by.actor, at=at)
    return row.key


@transaction.atomic
def approve_words(*, key: UUID, by: Viewer, at: datetime) -> None:
    """Put a version into force from its day on, from today if that day is over."""
    row = _waiting(key, by)
    today = local_day(at)
    row.valid_from = max(row.valid_from, today)
    row.approved_by, row.approved_by_name, row.approved_at = by.key, by.name, at
    places = {
        f"{field}.{tongue}": row.words[field][tongue] for field in FIELDS for tongue in LANGUAGES
    }
    try:
        flaws = lint(places, uses=template(row.code, on=today).uses)
    except TemplateUnknown:
        raise WordsRefused(_NOT_WAITING) from None
    if flaws:
        raise WordsRefused(flaws[0].sentence, flaws)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twice:
        raise WordsRefused(
            Sentence(
                "Đã có bản khác được duyệt cho cùng ngày. Bạn hãy trả lại bản này để chọn ngày "
                "khác.",
                "Another version was approved for the same day. Return this one for another day.",
            )
        ) from twice
    event = WordsApproved(subject=f"template:{row.code}", edition=key, valid_from=row.valid_from)
    record(event=event, by=by.actor, at=at)


@transaction.atomic
def return_words(*, key: UUID, comment: str, by: Viewer, at: datetime) -> None:
    """Send a version back to who wrote it, with what should be different."""
    row = _waiting(key, by)
    said = comment.replace("\0", "").strip()
    if not said or len(said) > LONGEST_COMMENT:
        raise WordsRefused(
            Sentence(
                f"Bạn hãy nêu lý do trả lại, nhiều nhất {LONGEST_COMMENT} ký tự.",
                f"Please say why you return it, in at most {LONGEST_COMMENT} characters.",
            )
        )
    row.returned_by_name, row.returned_at, row.comment = by.name, at, said
    row.save()
    record(event=WordsReturned(subject=f"template:{row.code}", edition=key), by=by.actor, at=at)


def _waiting(key: UUID, by: Viewer) -> TemplateEdition:
    row = TemplateEdition.objects.select_for_update().filter(key=key).first()
    if row is None or row.approved_at or row.returned_at:
        raise WordsRefused(_NOT_WAITING)
    if not by.paths(*DECIDERS) or row.written_by == by.key:
        raise WordsRefused(
            Sentence(
                "Người duyệt phải khác người soạn. Bạn hãy nhờ một người có quyền duyệt.",
                "Somebody else than the writer has to decide. Please ask one who may.",
            )
        )
    return row


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


_DAY = Sentence(
    "Bạn hãy chọn ngày bắt đầu, từ hôm nay đến một năm nữa.",
    "Choose the first day, from today to a year ahead.",
)
_NOT_WAITING = Sentence(
    "Bản này không còn chờ duyệt. Bạn hãy tải lại trang.",
    "This version no longer waits. Please load the page again.",
)
