"""The refusals of counters: each names the field to mend, where there is one."""

from motcua.kernel.words import Refused, Sentence


class CounterRefused(Refused):
    """A counter or slots cannot be set like this; `field` names what to mend."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.field = field


class TicketRefused(Refused):
    """No ticket can be drawn."""


class CallRefused(Refused):
    """A ticket cannot be called or go on like this."""


class BookingRefused(Refused):
    """An appointment cannot be made or changed like this; `field` names what to mend."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.field = field


NOT_YOURS = Sentence(
    "Việc này dành cho lãnh đạo hoặc quản trị nghiệp vụ của cơ quan.",
    "This is for the head or procedure administrator of the agency.",
)
