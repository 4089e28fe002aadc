"""What the control sheet and the register say in print, as JSON values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.dossiers.rules.control_sheet import Passage
from motcua.dossiers.rules.paperwork import moment
from motcua.dossiers.values import Channel, DossierView
from motcua.dossiers.values.returning import Way
from motcua.workflow.values import State


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One dossier in the book; `ended_at` when it was returned (`way`), refused or stopped."""

    sequence: int
    code: str
    service_code: str
    service_name: str
    applicant_name: str
    address: str
    phone: str
    agency_name: str
    channel: Channel
    received_at: datetime
    due_at: datetime | None
    state: State
    ended_at: datetime | None
    way: Way | None = None


REGISTER_HEADINGS = (
    "STT",
    "Mã hồ sơ",
    "Tên thủ tục hành chính",
    "Họ tên người nộp",
    "Địa chỉ, số điện thoại",
    "Cơ quan chủ trì giải quyết",
    "Nhận hồ sơ",
    "Hẹn trả kết quả",
    "Trả kết quả",
    "Phương thức trả",
    "Phương thức nhận",
    "Tình trạng",
)
"""Columns of the register; the signature is the electronic trace, so it has no column here."""


def control_sheet_data(found: DossierView, rows: Sequence[Passage]) -> dict[str, Any]:
    """Give the data of the control sheet; `revision` is the dossier's, so that a print can age."""
    return {
        "dossier_code": found.code,
        "request": found.service_name,
        "revision": found.revision,
        "received": moment(found.submitted_at),
        "due": moment(found.due_at) if found.due_at else "",
        "rows": [
            {
                "giver": row.giver.vi,
                "giver_name": row.giver_name,
                "taker": row.taker.vi,
                "what": row.move.label.vi,
                "at": moment(row.at),
                "until": moment(row.until) if row.until else "",
                "result": row.timeliness.label.vi if row.timeliness else "",
                "note": row.note or (row.way.label.vi if row.way else ""),
            }
            for row in rows
        ],
    }


def register_data(lines: Sequence[RegisterLine], *, since: date, until: date) -> dict[str, Any]:
    """Give the data of the printed register."""
    return {
        "since": f"{since:%d/%m/%Y}",
        "until": f"{until:%d/%m/%Y}",
        "headings": list(REGISTER_HEADINGS),
        "rows": [register_row(line) for line in lines],
    }


def register_row(line: RegisterLine) -> list[str]:
    """Write a line of the register as texts, one a heading."""
    where = ", ".join(part for part in (line.address, line.phone) if part)
    return [
        str(line.sequence),
        line.code,
        line.service_name,
        line.applicant_name,
        where,
        line.agency_name,
        moment(line.received_at),
        moment(line.due_at) if line.due_at else "",
        moment(line.ended_at) if line.ended_at else "",
        line.way.label.vi if line.way else "",
        line.channel.label.vi,
        line.state.label.vi,
    ]
