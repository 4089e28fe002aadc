"""Usability sessions: a person walks five tasks on a portal; nobody keeps who the person was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from motcua.kernel.words import Sentence


class Task(StrEnum):
    """The five tasks of the accessibility study of Vietnamese portals."""

    FIND = "find"
    FORM = "form"
    FOLLOW = "follow"
    LOG_IN = "log_in"
    PAY = "pay"


TASK_TITLES: Mapping[Task, Sentence] = {
    Task.FIND: Sentence("Tìm một thủ tục", "Find a procedure"),
    Task.FORM: Sentence("Điền tờ khai nhiều bước", "Fill in a form of several steps"),
    Task.FOLLOW: Sentence("Tra cứu tình trạng hồ sơ", "Look up how an application stands"),
    Task.LOG_IN: Sentence("Đăng nhập, nhận mã OTP", "Log in with a one-time code"),
    Task.PAY: Sentence("Thanh toán trực tuyến", "Pay online"),
}

SUCCESS_TITLES: Mapping[int, Sentence] = {
    0: Sentence("Không làm được", "Could not do it"),
    1: Sentence("Làm được nhưng khó, hoặc phải có người giúp", "Did it with difficulty or help"),
    2: Sentence("Làm được dễ dàng", "Did it easily"),
}
SEVERITY_TITLES: Mapping[int, Sentence] = {
    1: Sentence("Hơi khó chịu", "A nuisance"),
    2: Sentence("Làm chậm", "Slows one down"),
    3: Sentence("Cản trở nhiều", "Hinders much"),
    4: Sentence("Chặn hẳn", "Blocks altogether"),
}


class Obstacle(StrEnum):
    """What stood in the way; chosen, never written."""

    NOT_FOUND = "not_found"
    WORDS = "words"
    SMALL = "small"
    CONTRAST = "contrast"
    KEYBOARD = "keyboard"
    FOCUS = "focus"
    SCREEN_READER = "screen_reader"
    LABELS = "labels"
    ERRORS = "errors"
    TIME = "time"
    CODE = "code"
    PICTURE_CODE = "picture_code"
    UPLOAD = "upload"
    SLOW = "slow"
    BROKEN = "broken"
    LOST = "lost"
    PHONE = "phone"
    PAYMENT = "payment"


OBSTACLE_TITLES: Mapping[Obstacle, Sentence] = {
    Obstacle.NOT_FOUND: Sentence("Không tìm thấy chỗ cần vào", "Could not find where to go"),
    Obstacle.WORDS: Sentence("Từ ngữ khó hiểu", "Words hard to understand"),
    Obstacle.SMALL: Sentence("Chữ hoặc nút quá nhỏ", "Text or buttons too small"),
    Obstacle.CONTRAST: Sentence("Chữ mờ, khó đọc", "Faint text"),
    Obstacle.KEYBOARD: Sentence("Không dùng được bằng bàn phím", "Not usable by keyboard"),
    Obstacle.FOCUS: Sentence("Không biết đang đứng ở đâu", "Could not tell where one was"),
    Obstacle.SCREEN_READER: Sentence("Trình đọc màn hình không đọc", "Screen reader was silent"),
    Obstacle.LABELS: Sentence("Ô nhập không có nhãn", "Fields without labels"),
    Obstacle.ERRORS: Sentence("Báo lỗi không rõ phải sửa gì", "Errors did not say what to mend"),
    Obstacle.TIME: Sentence("Hết giờ khi đang làm", "Time ran out"),
    Obstacle.CODE: Sentence("Không nhận được mã OTP", "The one-time code did not come"),
    Obstacle.PICTURE_CODE: Sentence("Mã hình ảnh khó đọc", "Picture code could not be read"),
    Obstacle.UPLOAD: Sentence("Không tải tệp lên được", "Could not upload a file"),
    Obstacle.SLOW: Sentence("Trang quá chậm", "Too slow"),
    Obstacle.BROKEN: Sentence("Trang báo lỗi hoặc hỏng", "The page failed"),
    Obstacle.LOST: Sentence("Mất dữ liệu đã nhập", "What was typed was lost"),
    Obstacle.PHONE: Sentence("Không dùng được trên điện thoại", "Not usable on a phone"),
    Obstacle.PAYMENT: Sentence("Thanh toán bị lỗi", "Payment failed"),
}


class AgeBand(StrEnum):
    """How old somebody is, roughly."""

    UNDER_30 = "under_30"
    FROM_30 = "from_30"
    FROM_45 = "from_45"
    FROM_60 = "from_60"


AGE_TITLES: Mapping[AgeBand, Sentence] = {
    AgeBand.UNDER_30: Sentence("Dưới 30 tuổi", "Under 30"),
    AgeBand.FROM_30: Sentence("30 đến 44 tuổi", "30 to 44"),
    AgeBand.FROM_45: Sentence("45 đến 59 tuổi", "45 to 59"),
    AgeBand.FROM_60: Sentence("Từ 60 tuổi", "60 or over"),
}


class Disability(StrEnum):
    """The kinds of Luật Người khuyết tật 2010, Điều 3; told only with consent."""

    MOBILITY = "mobility"
    HEARING = "hearing"
    VISION = "vision"
    MIND = "mind"
    INTELLECT = "intellect"
    OTHER = "other"


DISABILITY_TITLES: Mapping[Disability, Sentence] = {
    Disability.MOBILITY: Sentence("Vận động", "Mobility"),
    Disability.HEARING: Sentence("Nghe, nói", "Hearing or speech"),
    Disability.VISION: Sentence("Nhìn", "Vision"),
    Disability.MIND: Sentence("Thần kinh, tâm thần", "Mental or nervous"),
    Disability.INTELLECT: Sentence("Trí tuệ", "Intellectual"),
    Disability.OTHER: Sentence("Khác", "Another kind"),
}


class Device(StrEnum):
    """What the portal was used on."""

    COMPUTER = "computer"
    PHONE = "phone"


DEVICE_TITLES: Mapping[Device, Sentence] = {
    Device.COMPUTER: Sentence("Máy tính", "Computer"),
    Device.PHONE: Sentence("Điện thoại", "Phone"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who walked the tasks, as far as anybody needs to know. `consents` to telling a disability."""

    age: AgeBand
    device: Device
    disability: Disability | None = None
    consents: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTold:
    """How one task went. success 0–2; severity 1–4 of what hindered, None where nothing did."""

    task: Task
    success: int
    seconds: int
    severity: int | None = None
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """One session on one portal."""

    key: UUID
    campaign: str
    agency: str
    facilitator: str
    participant: Participant
    begun_at: datetime
    finished_at: datetime | None
    tasks: tuple[TaskTold, ...]
    guide: UUID | None = None
    """The key of who guides it: only this one can go on with it."""

    @property
    def left(self) -> tuple[Task, ...]:
        """Tasks not walked yet."""
        done = {one.task for one in self.tasks}
        return tuple(task for task in Task if task not in done)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSummary:
    """How a task went in all finished sessions; `success` is the mean, 0–2; `median` in seconds."""

    task: Task
    sessions: int
    success: Fraction
    done: int
    worst: int
    median: int
    obstacles: tuple[tuple[Obstacle, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Usability:
    """Every finished session of a portal (or of a campaign) together. `success` in 0…1."""

    sessions: int
    with_disability: int
    success: Fraction | None
    tasks: tuple[TaskSummary, ...]
