"""Reading what is written down in a usability session; refused beside its field."""

from enum import StrEnum
from typing import NoReturn, TypeVar

from django.http import QueryDict

from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.usability import (
    AgeBand,
    Device,
    Disability,
    Obstacle,
    Participant,
    Task,
    TaskTold,
)
from motcua.kernel.words import Sentence

Choice = TypeVar("Choice", bound=StrEnum)


def participant(posted: QueryDict) -> Participant:
    """Read who walks the tasks; refuses where the person has not agreed."""
    if posted.get("dong-y") != "yes":
        _refuse(
            "dong-y",
            "Chỉ bắt đầu khi người tham gia đã nghe và đồng ý.",
            "Begin only when the person has heard this and agrees.",
        )
    kind = posted.get("khuyet-tat", "")
    return Participant(
        age=_one(posted, "tuoi", AgeBand),
        device=_one(posted, "thiet-bi", Device),
        disability=_one(posted, "khuyet-tat", Disability) if kind else None,
        consents=posted.get("dong-y-khuyet-tat") == "yes",
    )


def told(posted: QueryDict, task: Task) -> TaskTold:
    """Read how a task went; what is out of range the action refuses."""
    success = posted.get("ket-qua", "")
    if success not in {"0", "1", "2"}:
        _refuse("ket-qua", "Bạn hãy chọn kết quả.", "Choose a result.")
    severity = posted.get("muc-do", "")
    if severity not in {"", "0", "1", "2", "3", "4"}:
        _refuse("muc-do", "Bạn hãy chọn mức cản trở.", "Choose how much it hindered.")
    known = {one.value for one in Obstacle}
    chosen = posted.getlist("vuong-mac")
    if not known.issuperset(chosen):
        _refuse("vuong-mac", "Bạn hãy chọn trong danh sách.", "Choose from the list.")
    return TaskTold(
        task=task,
        success=int(success),
        seconds=60 * _number(posted, "phut", 240) + _number(posted, "giay", 59),
        severity=int(severity) if severity not in {"", "0"} else None,
        obstacles=tuple(Obstacle(one) for one in dict.fromkeys(chosen)),
    )


def _number(posted: QueryDict, name: str, most: int) -> int:
    text = posted.get(name, "").strip() or "0"
    if text.isascii() and text.isdecimal() and len(text) < 4 and int(text) <= most:
        return int(text)
    return _refuse(
        "thoi-gian",
        "Bạn hãy ghi số phút và số giây (dưới 60), như 2 phút 30 giây.",
        "Write minutes and seconds (under 60), like 2 minutes 30 seconds.",
    )


def _one(posted: QueryDict, name: str, among: type[Choice]) -> Choice:
    try:
        return among(posted.get(name, ""))
    except ValueError:
        return _refuse(name, "Bạn hãy chọn một mục.", "Choose one.")


def _refuse(field: str, vi: str, en: str) -> NoReturn:
    raise CampaignRefused(field, Sentence(vi, en))
