"""Hand-over between desks and agencies, as pages see it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Waiting:
    """Dossiers a desk took in for an agency elsewhere that has not got them yet."""

    from_code: str
    to_code: str
    to_name: str
    lines: tuple["HandedLine", ...]


@dataclass(frozen=True, slots=True)
class HandedLine:
    """A dossier in a batch or on its way into one, and what papers go with it."""

    code: str
    service_name: str
    applicant_name: str
    submitted_at: datetime
    papers: str = ""


@dataclass(frozen=True, slots=True)
class HandOverView:
    """A record of hand-over. `may_confirm`: the viewer receives it and has not said so yet."""

    key: UUID
    number: str
    from_name: str
    to_name: str
    note: str
    made_at: datetime
    made_by_name: str
    confirmed_at: datetime | None
    confirmed_by_name: str
    remarks: str
    lines: tuple[HandedLine, ...]
    may_confirm: bool = False
