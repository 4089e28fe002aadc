"""The named guards: what must hold before a move, and the sentence when it does not."""

from collections.abc import Callable, Mapping

from motcua.kernel.money import dong
from motcua.kernel.words import Sentence, counted
from motcua.workflow.values import Facts, Guard, LateNotice, WorkflowDefinition

_Check = Callable[[WorkflowDefinition, Facts], Sentence | None]


def unmet(guard: Guard, *, definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    """Tell why `guard` does not hold and what to do about it; None when it holds."""
    return _CHECKS[guard](definition, facts)


def _reason(_definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    if facts.reason and facts.reason.strip():
        return None
    return Sentence(
        "Bạn chưa ghi lý do. Hãy viết rõ lý do để người nhận hiểu và làm theo được.",
        "No reason was given. Write it plainly, so that the reader understands and can act on it.",
    )


def _supplement_allowed(definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    most = definition.profile.supplements
    if most is None or facts.supplements < most:
        return None
    return Sentence(
        f"Hồ sơ này đã được yêu cầu bổ sung {facts.supplements} lần, quy định chỉ cho phép {most} "
        "lần. Hãy giải quyết tiếp với giấy tờ đã có, hoặc từ chối và nêu rõ lý do.",
        f"More was already asked for {counted(facts.supplements, 'time')}; the rules allow {most}. "
        "Decide with the papers at hand, or refuse and say why.",
    )


def _reply_time_over(_definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    if facts.reply_time_over:
        return None
    return Sentence(
        "Người nộp vẫn còn thời hạn để bổ sung hoặc nộp tiền. Hãy chờ đến hết thời hạn đó.",
        "The applicant still has time to supplement or to pay. Wait until it is over.",
    )


def _components_reviewed(_definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    if facts.components_reviewed:
        return None
    return Sentence(
        "Còn giấy tờ chưa được kiểm tra. Hãy xem từng thành phần hồ sơ rồi mới thực hiện bước này.",
        "Some papers were not looked at yet. Review every component before you do this.",
    )


def _fee_paid(_definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    if facts.unpaid <= 0:
        return None
    return Sentence(
        f"Hồ sơ còn {dong(facts.unpaid)} chưa nộp. Hãy thu và ghi nhận khoản này trước.",
        f"{dong(facts.unpaid, 'en')} is still unpaid. Collect and record it first.",
    )


def _result_ready(_definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    if facts.result_ready:
        return None
    return Sentence(
        "Chưa có dự thảo kết quả. Hãy lập kết quả rồi mới thực hiện bước này.",
        "There is no draft of the result yet. Prepare the result before you do this.",
    )


def _no_decision(_definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    if not facts.decided:
        return None
    return Sentence(
        "Hồ sơ đã có kết quả được ký nên không thể làm việc này nữa. Hãy trả kết quả cho "
        "người nộp.",
        "A result has already been signed, so this cannot be done. Return the result instead.",
    )


def _extension_allowed(definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    if facts.extensions >= definition.profile.extensions:
        return Sentence(
            f"Hồ sơ đã được gia hạn {facts.extensions} lần, không thể gia hạn thêm. "
            "Hãy giải quyết và trả kết quả sớm nhất có thể.",
            f"It was already extended {counted(facts.extensions, 'time')} and cannot be again. "
            "Settle the application and return the result as soon as you can.",
        )
    if facts.overdue:
        return Sentence(
            "Ngày hẹn đã qua nên không hẹn lại được nữa. Hãy giải quyết và trả kết quả ngay; "
            "hồ sơ quá hạn vẫn được giải quyết bình thường.",
            "The promised date is past, so no other can be set. Settle it and return the result "
            "now; being late does not stop it.",
        )
    if facts.notice_passed and definition.profile.late_notice is LateNotice.REFUSE:
        notice = definition.profile.extension_notice
        return Sentence(
            f"Quy định phải báo trước ngày hẹn ít nhất {notice.text('vi')}, nay đã muộn hơn. "
            "Hãy giải quyết và trả kết quả sớm nhất có thể.",
            f"A delay must be announced {notice.text('en')} before the due date; it is too late "
            "now. Settle the application and return the result as soon as you can.",
        )
    if definition.alternative(facts.alternative) or (facts.extended and not facts.alternative):
        return None
    known = ", ".join(f"{limit.code} ({limit.title})" for limit in definition.alternatives)
    return Sentence(
        "Hãy chọn ngày hẹn mới" + (f", hoặc một căn cứ: {known}." if known else "."),
        "Choose a new date" + (f", or a ground: {known}." if known else "."),
    )


def _recall_allowed(_definition: WorkflowDefinition, facts: Facts) -> Sentence | None:
    if facts.recall_to:
        return None
    return Sentence(
        "Chỉ người vừa chuyển bước mới thu hồi được, khi chưa ai làm gì tiếp và chưa phát hành "
        "văn bản nào cho người nộp.",
        "Only whoever made the last step may take it back, while nobody has acted since and no "
        "paper went to the applicant.",
    )


_CHECKS: Mapping[Guard, _Check] = {
    Guard.REASON: _reason,
    Guard.SUPPLEMENT_ALLOWED: _supplement_allowed,
    Guard.REPLY_TIME_OVER: _reply_time_over,
    Guard.COMPONENTS_REVIEWED: _components_reviewed,
    Guard.FEE_PAID: _fee_paid,
    Guard.RESULT_READY: _result_ready,
    Guard.NO_DECISION: _no_decision,
    Guard.EXTENSION_ALLOWED: _extension_allowed,
    Guard.RECALL_ALLOWED: _recall_allowed,
}
