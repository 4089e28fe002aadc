"""What lists keep of a dossier: its own fields, and three that only lists need."""

from datetime import datetime
from typing import Any, Protocol

from motcua.kernel.text import person_name

COPIED = (
    "agency_path", "agency_code", "code", "service_code", "service_name", "applicant_name", "state",
    "step", "officer_key", "officer_name", "channel", "case_code", "submitted_at", "accepted_at",
    "due_at", "resolved_at", "ended_at",
)  # fmt: skip
"""Fields that stand in a dossier and in its row of lists alike."""


class Listed(Protocol):
    """A dossier, as far as this module looks at it."""

    applicant_name: str
    agency_path: str
    due_at: datetime | None
    resolved_at: datetime | None
    ended_at: datetime | None


def listed_fields(row: Listed) -> dict[str, Any]:
    """Give the fields of a dossier's row in lists."""
    done_at = row.resolved_at or row.ended_at
    return {
        **{name: getattr(row, name) for name in COPIED},
        "province": row.agency_path.split(".")[0] + ".",
        "name_order": person_name(row.applicant_name).key[:200],
        "was_late": bool(done_at and row.due_at and row.due_at < done_at),
        "late_from": None if done_at else row.due_at,
    }
