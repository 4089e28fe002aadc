"""What was handed in and given out, as the package that keeps people's papers sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that was accepted with a dossier, by the component it answered."""

    file: UUID
    component: str
    reused: bool


@dataclass(frozen=True, slots=True)
class Given:
    """What the owner of an accepted dossier gave and got. `result`: the issued document, if any."""

    owner: UUID
    code: str
    service_code: str
    service_digest: str
    service_name: str
    agency_code: str
    answers: Mapping[str, Any]
    submitted_at: datetime
    accepted_at: datetime
    papers: tuple[Paper, ...]
    result: UUID | None


@dataclass(frozen=True, slots=True)
class Use:
    """That a file stands in a dossier, or in a draft where `code` is empty."""

    file: UUID
    code: str
    service_name: str
    at: datetime
    reused: bool
