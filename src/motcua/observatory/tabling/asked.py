"""What an address of a file asks for."""

from dataclasses import dataclass

from django.http import HttpRequest

from motcua.kernel.words import Refused, Sentence
from motcua.measurement.values import League, Period, Way
from motcua.observatory import asking, naming, places

TOPICS = (
    "tong-quan",
    "kenh-nop",
    "hai-long",
    "thoi-gian",
    "to-khai",
    "nguyen-nhan",
    "chi-so-766",
    "doi-chieu",
)
"""What is no indicator: first figures, channels, satisfaction, waits, steps, causes, index 766."""
WHOLE = frozenset({"tong-quan", "chi-so-766", "doi-chieu"})
"""What is not counted for one procedure alone."""
BYS = {
    "tinh-bo": "top",
    "co-quan": "agency",
    "thu-tuc": "procedure",
    "kenh": "channel",
    "thang": "month",
    "ngay": "day",
    "xep-hang": "league",
}


class CutUnknown(Refused):
    """Figures are not cut that way."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A table: an indicator's code or a topic, over a period, cut by something."""

    topic: str
    period: Period
    by: str
    within: str
    procedure: str
    way: Way
    league: League


def read(request: HttpRequest, topic: str) -> Asked:
    """Read the address; refuses in words what cannot be."""
    if topic not in TOPICS:
        asking.card(topic)
    by = request.GET.get("theo", "") or "tinh-bo"
    if by not in BYS:
        raise CutUnknown(
            Sentence(
                f"Không chia số liệu theo “{by[:40]}” được. Hãy chọn: {', '.join(BYS)}.",
                f"Figures cannot be cut by “{by[:40]}”. Choose one of: {', '.join(BYS)}.",
            )
        )
    if request.GET.get("thu-tuc") and (topic in WHOLE or by == "xep-hang"):
        raise CutUnknown(
            Sentence(
                "Số liệu này không đếm riêng từng thủ tục. Hãy bỏ “thu-tuc”.",
                "These figures are not counted by procedure. Leave “thu-tuc” out.",
            )
        )
    within, procedure = request.GET.get("trong", ""), request.GET.get("thu-tuc", "")
    return Asked(
        topic=topic,
        period=asking.period(request),
        by=BYS[by],
        within=places.place(within).code if within else "",
        procedure=naming.checked(procedure) if procedure else "",
        way=asking.way(request),
        league=asking.league(request),
    )
