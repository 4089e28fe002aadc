"""Putting a report together and printing it."""

from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from motcua.documents import ports
from motcua.kernel.calendar import HANOI
from motcua.measurement import queries
from motcua.measurement.values import Period
from motcua.observatory import places, words
from motcua.observatory.addresses import Here
from motcua.observatory.reporting.sections import sections
from motcua.web.formats import moment, say

LAYOUT = "public_report"
SIMULATED = frozenset({"simulated", "mixed"})
"""What the lake says of itself where not every figure was measured."""


def report(code: str, period: Period, *, at: datetime) -> bytes:
    """Print the report of an agency ("": the country) on a period as PDF/A, in Vietnamese."""
    with translation.override("vi"):
        name = say(places.name(code))
        local = at.astimezone(HANOI)
        counted_at, simulated = queries.counted_at(), queries.provenance() in SIMULATED
        data = {
            "title": _("Cung cấp và sử dụng dịch vụ số: %(name)s") % {"name": name},
            "agency": name,
            "place": "Hà Nội",
            "period": words.period(period),
            "lead": _lead(simulated=simulated),
            "counted": _("Số liệu tính lúc %(at)s.") % {"at": moment(counted_at)}
            if counted_at
            else _("Chưa có số liệu nào được tính."),
            "simulated": simulated,
            "issued": {"day": local.day, "month": local.month, "year": local.year},
            "sections": sections(code, Here(f"{settings.BASE_URL}/do-luong/", period)),
        }
        return ports.press().print(LAYOUT, data)


def _lead(*, simulated: bool) -> str:
    if simulated:
        return _(
            "Số liệu MÔ PHỎNG để trình diễn: không phải số liệu của cơ quan nào ngoài đời thật."
        )
    return _("Báo cáo lập tự động từ số liệu các cổng gửi về; không con số nào gõ tay.")
