"""Report templates: what an agency hands upwards every quarter, written from the statistics.

The table follows the usual report on settling administrative procedures (fields down; received,
settled early, on time and late, in process across). Its layout is ours until a circular's annex is
read; nothing in it is typed by hand.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

from xlsxwriter import Workbook

from motcua.dossiers.queries import tallying
from motcua.kernel.calendar import local_day
from motcua.procedures import queries as procedures
from motcua.statistics import queries
from motcua.statistics.rules import added
from motcua.statistics.values import By, Figures
from motcua.web import settlement

HEADINGS = (
    "STT",
    "Lĩnh vực",
    "Đã nhận",
    "Đã có kết quả",
    "Trước hạn",
    "Đúng hạn",
    "Quá hạn",
    "Không hẹn ngày",
    "Không tiếp nhận",
    "Dừng giải quyết",
    "Tỷ lệ trước và đúng hạn",
)


def settlement_report(asked: settlement.Asked, *, now: datetime) -> IO[bytes]:
    """Write the report of a place and period as XLSX, one line a field of procedures."""
    file = TemporaryFile()  # noqa: SIM115 -- the response closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    waiting, late = tallying.waiting_at(path=asked.place, at=now)
    with Workbook(file, options) as workbook:
        sheet = workbook.add_worksheet("Báo cáo")
        bold = workbook.add_format({"bold": True, "text_wrap": True})
        place = settlement.name_of(asked.place)
        sheet.write(0, 0, "Tình hình, kết quả giải quyết thủ tục hành chính", bold)
        sheet.write(1, 0, f"{place}, kỳ {asked.period}")
        sheet.write(2, 0, f"Đang giải quyết: {waiting} hồ sơ, trong đó quá hạn {late}.")
        sheet.write_row(4, 0, HEADINGS, bold)
        fields = by_field(asked, field_of=_field_of(now))
        for number, (field, figures) in enumerate(fields, start=1):
            sheet.write_row(4 + number, 0, [number, field, *_cells(figures)])
        total = added(figures for _, figures in fields)
        sheet.write_row(5 + len(fields), 0, ["", "Tổng cộng", *_cells(total)], bold)
    file.seek(0)
    return file


def by_field(
    asked: settlement.Asked, *, field_of: Callable[[str], str]
) -> list[tuple[str, Figures]]:
    """Give the figures of each field of procedures, by name."""
    found = queries.settlement(
        span=asked.span, by=By.SERVICE, place=asked.place, channel=asked.channel
    )
    fields = defaultdict[str, list[Figures]](list)
    for line in found.lines:
        fields[field_of(line.key)].append(line.figures)
    return sorted((field, added(parts)) for field, parts in fields.items())


def _field_of(now: datetime) -> Callable[[str], str]:
    today = local_day(now)
    known = {
        one.code: procedures.service_by_digest(one.digest).field.vi
        for one in procedures.services(today)
    }
    return lambda code: known.get(code, "Lĩnh vực khác")


def _cells(figures: Figures) -> list[int | str]:
    return [
        figures.received,
        figures.settled,
        figures.early,
        figures.on_time,
        figures.late,
        figures.unjudged,
        figures.refused,
        figures.stopped,
        settlement.share(figures),
    ]
