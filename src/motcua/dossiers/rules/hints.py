"""What to do next on a dossier: told by rules from what stands in it, nothing else."""

from collections.abc import Iterator
from datetime import datetime

from motcua.dossiers.rules.contradictions import account_differs, contradictions, people_in
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.hints import Beside, Hint
from motcua.kernel.money import dong
from motcua.kernel.words import Sentence
from motcua.procedures.rules.scenarios import required_components
from motcua.procedures.values.services import ServiceVersion
from motcua.workflow.values import Move, State

_PAUSED = frozenset({State.SUPPLEMENT, State.PAYMENT_DUE})
_ASIDE = frozenset(
    {
        Move.REFUSE,
        Move.REQUEST_SUPPLEMENT,
        Move.REQUEST_PAYMENT,
        Move.SEND_BACK,
        Move.EXTEND,
        Move.STOP,
        Move.RECALL,
        Move.WITHDRAW,
        Move.MESSAGE,
    }
)
"""Moves that an officer makes for a reason of their own; never the next thing to do."""


def hints(
    found: DossierView, *, service: ServiceVersion, beside: Beside, at: datetime
) -> tuple[Hint, ...]:
    """Point an officer to what is next, what is late and what does not fit, in this order."""
    if found.ended_at is not None:
        return ()
    return (
        *_next(found, beside),
        *_late(found, beside, at),
        *_papers(found, beside),
        *_answers(found, service, beside),
        *_open(found, service, beside),
    )


def missing_papers(found: DossierView, service: ServiceVersion) -> tuple[Sentence, ...]:
    """Name the papers that an online form asks of this dossier and that have no file.

    What stands in a database may not be asked; what came on paper was checked at the counter.
    """
    if not found.channel.is_online:
        return ()
    asked = {getattr(placed.field, "component", None) for placed in service.form.fields.values()}
    have = {one.component for one in found.attachments}
    required = required_components(service, found.answers, channel=found.channel.value)
    return tuple(
        one.name for one in required if one.code in asked - have and not one.available_in_database
    )


def _next(found: DossierView, beside: Beside) -> Iterator[Hint]:
    first = next((one for one in found.offers if not one.refusal and one.move not in _ASIDE), None)
    if first is not None:
        yield Hint(
            Sentence(f"Việc tiếp theo: {first.label.vi}.", f"Next: {first.label.en}."),
            "viec",
            due=beside.step_until or found.due_at,
        )
    waiting = next((one for one in found.offers if one.refusal), None)
    if first is None and waiting is not None and waiting.refusal is not None:
        yield Hint(
            Sentence(
                f"{waiting.label.vi}: chưa làm được. {waiting.refusal.vi}",
                f"{waiting.label.en}: not yet. {waiting.refusal.en}",
            ),
            "viec",
            "wait",
        )


def _late(found: DossierView, beside: Beside, at: datetime) -> Iterator[Hint]:
    if found.state not in _PAUSED and found.resolved_at is None and found.was_overdue(at):
        yield Hint(
            Sentence(
                "Đã quá ngày hẹn. Bạn vẫn làm tiếp được; hồ sơ được tính là quá hạn.",
                "Past the promised day. Go on all the same; it counts as late.",
            ),
            "han",
            "bad",
        )
    elif beside.step_until is not None and beside.step_until < at:
        yield Hint(
            Sentence(
                "Bước này đã quá thời gian của quy trình nội bộ.",
                "This step has used up its time in the internal process.",
            ),
            "quy-trinh",
            "warn",
            beside.step_until,
        )


def _papers(found: DossierView, beside: Beside) -> Iterator[Hint]:
    if beside.missing:
        names = beside.missing
        yield Hint(
            Sentence(
                f"Còn thiếu {len(names)} giấy tờ: {'; '.join(one.vi for one in names)}.",
                f"Missing papers ({len(names)}): {'; '.join(one.en for one in names)}.",
            ),
            "giay-to",
            "warn",
        )
    for one in found.attachments:
        state = one.file.state
        if state.refused or not one.file.opens:
            yield Hint(
                Sentence(
                    f"Tệp “{one.file.filename}”: {state.label.vi}.",
                    f"File “{one.file.filename}”: {state.label.en}.",
                ),
                "giay-to",
                "bad" if state.refused else "wait",
            )


def _answers(found: DossierView, service: ServiceVersion, beside: Beside) -> Iterator[Hint]:
    differs = account_differs(people_in(service.form, found.answers), beside.account)
    for words in (*contradictions(service.form, found.answers), *differs):
        yield Hint(words, "to-khai", "warn")


def _open(found: DossierView, service: ServiceVersion, beside: Beside) -> Iterator[Hint]:
    if found.bill.outstanding:
        vi, en = (dong(found.bill.outstanding, language) for language in ("vi", "en"))
        yield Hint(Sentence(f"Còn phải thu {vi}.", f"{en} to be paid."), "viec", "warn")
    if found.messages and found.messages[-1].from_applicant:
        yield Hint(
            Sentence("Tin nhắn cuối là của người nộp.", "The last message is the applicant's."),
            "trao-doi",
            "warn",
        )
    once = service.workflow.profile.supplements
    if once and found.supplements and len(found.supplements) >= once:
        yield Hint(
            Sentence(
                f"Đã yêu cầu bổ sung {len(found.supplements)} lần, không yêu cầu thêm được nữa.",
                f"A supplement was asked {len(found.supplements)} times; no more is allowed.",
            ),
            "bo-sung",
        )
    counted = (
        (beside.opinions, "y-kien", "Còn {n} ý kiến chưa trả lời.", "{n} opinions are awaited."),
        (
            beside.instructions,
            "chi-dao",
            "Còn {n} ý kiến chỉ đạo chưa trả lời.",
            "{n} instructions are unanswered.",
        ),
        (
            beside.duplicates,
            "trung",
            "Có {n} hồ sơ giống hồ sơ này chưa xem xét.",
            "{n} dossiers look like this one and were not judged.",
        ),
    )
    for number, place, vi, en in counted:
        if number:
            yield Hint(Sentence(vi.format(n=number), en.format(n=number)), place, "warn")
