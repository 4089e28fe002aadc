"""The closed lists a workflow speaks in: states, moves, functions, guards and prescribed forms."""

from enum import StrEnum

from motcua.kernel.words import Sentence


class State(StrEnum):
    """Where a dossier stands. Ten of the eleven carry a national status code; a draft has none."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    IN_PROCESS = "in_process"
    SUPPLEMENT = "supplement"
    PAYMENT_DUE = "payment_due"
    WITHDRAW_REQUESTED = "withdraw_requested"
    STOPPED = "stopped"
    RESOLVED = "resolved"
    RETURNED = "returned"

    @property
    def national_code(self) -> int | None:
        """The status code of the National Public Service Portal, 1 to 10; None for a draft."""
        return _STATES[self][0]

    @property
    def label(self) -> Sentence:
        """What people call it."""
        return _STATES[self][1]

    @property
    def is_end(self) -> bool:
        """Whether nothing more is decided from here."""
        return self in {State.REFUSED, State.STOPPED, State.RETURNED}


class Move(StrEnum):
    """What an applicant or an officer may do to a dossier."""

    SUBMIT = "submit"
    ACCEPT = "accept"
    REQUEST_SUPPLEMENT = "request_supplement"
    REFUSE = "refuse"
    SUPPLEMENT = "supplement"
    CLOSE_UNANSWERED = "close_unanswered"
    HAND_OVER = "hand_over"
    FORWARD = "forward"
    SEND_BACK = "send_back"
    PROPOSE = "propose"
    APPROVE = "approve"
    EXTEND = "extend"
    RESOLVE = "resolve"
    RETURN_RESULT = "return_result"
    REQUEST_PAYMENT = "request_payment"
    CONFIRM_PAYMENT = "confirm_payment"
    WITHDRAW = "withdraw"
    ALLOW_WITHDRAWAL = "allow_withdrawal"
    REJECT_WITHDRAWAL = "reject_withdrawal"
    STOP = "stop"
    RECALL = "recall"
    MESSAGE = "message"

    @property
    def label(self) -> Sentence:
        """The words on its button."""
        return _MOVES[self]

    @property
    def goes_to_a_step(self) -> bool:
        """Whether the procedure says which step it leads to (`to:` in workflow.yaml)."""
        return self in {
            Move.HAND_OVER,
            Move.FORWARD,
            Move.SEND_BACK,
            Move.PROPOSE,
            Move.APPROVE,
            Move.RESOLVE,
        }


class Function(StrEnum):
    """Who acts: a part an agency binds to its own roles. The applicant is one of them."""

    APPLICANT = "applicant"
    RECEPTION = "reception"
    CASE_OFFICER = "case_officer"
    UNIT_HEAD = "unit_head"
    LEADER = "leader"
    CLERK = "clerk"
    FINANCE = "finance"

    @property
    def label(self) -> Sentence:
        """What people call it."""
        return _FUNCTIONS[self]


class Guard(StrEnum):
    """What must hold before a move, each decided by the facts."""

    REASON = "reason"
    SUPPLEMENT_ALLOWED = "supplement_allowed"
    REPLY_TIME_OVER = "reply_time_over"
    COMPONENTS_REVIEWED = "components_reviewed"
    FEE_PAID = "fee_paid"
    RESULT_READY = "result_ready"
    NO_DECISION = "no_decision"
    EXTENSION_ALLOWED = "extension_allowed"
    RECALL_ALLOWED = "recall_allowed"


class Form(StrEnum):
    """Prescribed forms (Thông tư 03/2025/TT-VPCP, Annex I)."""

    RECEIPT_APPOINTMENT = "receipt_appointment"
    SUPPLEMENT_REQUEST = "supplement_request"
    REFUSAL = "refusal"
    APOLOGY_EXTENSION = "apology_extension"
    STOP_NOTICE = "stop_notice"
    CONTROL_SHEET = "control_sheet"
    REGISTER = "register"

    @property
    def number(self) -> str:
        """Its number in the annex: `01` to `07`."""
        return f"{list(Form).index(self) + 1:02}"

    @property
    def label(self) -> Sentence:
        """Its printed heading."""
        return _FORMS[self]


_STATES = {
    State.DRAFT: (None, Sentence("Bản nháp", "Draft")),
    State.SUBMITTED: (1, Sentence("Mới đăng ký", "Submitted")),
    State.ACCEPTED: (2, Sentence("Được tiếp nhận", "Accepted")),
    State.REFUSED: (3, Sentence("Không được tiếp nhận", "Refused")),
    State.IN_PROCESS: (4, Sentence("Đang xử lý", "In progress")),
    State.SUPPLEMENT: (5, Sentence("Yêu cầu bổ sung giấy tờ", "Papers requested")),
    State.PAYMENT_DUE: (
        6,
        Sentence("Yêu cầu thực hiện nghĩa vụ tài chính", "Payment requested"),
    ),
    State.WITHDRAW_REQUESTED: (7, Sentence("Công dân yêu cầu rút hồ sơ", "Withdrawal requested")),
    State.STOPPED: (8, Sentence("Dừng xử lý", "Stopped")),
    State.RESOLVED: (9, Sentence("Đã xử lý xong", "Resolved")),
    State.RETURNED: (10, Sentence("Đã trả kết quả", "Result returned")),
}

_MOVES = {
    Move.SUBMIT: Sentence("Nộp hồ sơ", "Submit"),
    Move.ACCEPT: Sentence("Tiếp nhận hồ sơ", "Accept"),
    Move.REQUEST_SUPPLEMENT: Sentence("Yêu cầu bổ sung", "Ask for something more"),
    Move.REFUSE: Sentence("Từ chối tiếp nhận", "Refuse"),
    Move.SUPPLEMENT: Sentence("Nộp phần bổ sung", "Send what was missing"),
    Move.CLOSE_UNANSWERED: Sentence("Đóng hồ sơ quá hạn bổ sung", "Close, nothing more was sent"),
    Move.HAND_OVER: Sentence("Bàn giao để xử lý", "Hand over"),
    Move.FORWARD: Sentence("Chuyển bước tiếp theo", "Forward"),
    Move.SEND_BACK: Sentence("Trả lại bước trước", "Send back"),
    Move.PROPOSE: Sentence("Trình duyệt", "Propose the result"),
    Move.APPROVE: Sentence("Phê duyệt", "Approve"),
    Move.EXTEND: Sentence("Xin lỗi và hẹn lại ngày trả", "Apologise and extend"),
    Move.RESOLVE: Sentence("Ký ban hành kết quả", "Sign the result"),
    Move.RETURN_RESULT: Sentence("Trả kết quả", "Return the result"),
    Move.REQUEST_PAYMENT: Sentence("Yêu cầu thanh toán", "Request payment"),
    Move.CONFIRM_PAYMENT: Sentence("Xác nhận đã thanh toán", "Confirm payment"),
    Move.WITHDRAW: Sentence("Xin rút hồ sơ", "Ask to withdraw"),
    Move.ALLOW_WITHDRAWAL: Sentence("Đồng ý cho rút", "Allow the withdrawal"),
    Move.REJECT_WITHDRAWAL: Sentence("Không đồng ý cho rút", "Reject the withdrawal"),
    Move.STOP: Sentence("Dừng giải quyết", "Stop"),
    Move.RECALL: Sentence("Thu hồi bước vừa chuyển", "Take the last step back"),
    Move.MESSAGE: Sentence("Gửi tin nhắn", "Send a message"),
}

_FUNCTIONS = {
    Function.APPLICANT: Sentence("Người nộp hồ sơ", "Applicant"),
    Function.RECEPTION: Sentence("Cán bộ tiếp nhận và trả kết quả", "Reception officer"),
    Function.CASE_OFFICER: Sentence("Cán bộ thụ lý", "Case officer"),
    Function.UNIT_HEAD: Sentence("Chỉ huy, lãnh đạo bộ phận", "Head of unit"),
    Function.LEADER: Sentence("Lãnh đạo cơ quan", "Leader of the agency"),
    Function.CLERK: Sentence("Văn thư", "Registry clerk"),
    Function.FINANCE: Sentence("Kế toán, thu phí", "Finance officer"),
}

_FORMS = {
    Form.RECEIPT_APPOINTMENT: Sentence(
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment"
    ),
    Form.SUPPLEMENT_REQUEST: Sentence(
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request for additions"
    ),
    Form.REFUSAL: Sentence("Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal"),
    Form.APOLOGY_EXTENSION: Sentence(
        "Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết", "Apology and extension"
    ),
    Form.STOP_NOTICE: Sentence("Thông báo dừng giải quyết hồ sơ", "Stop notice"),
    Form.CONTROL_SHEET: Sentence("Phiếu kiểm soát quá trình giải quyết hồ sơ", "Control sheet"),
    Form.REGISTER: Sentence("Sổ theo dõi hồ sơ", "Register of applications"),
}
