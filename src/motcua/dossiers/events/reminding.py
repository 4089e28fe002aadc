"""Facts about reminders to applicants."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.dossiers.events import DossierEvent


@dataclass(frozen=True, kw_only=True)
class SupplementDueSoon(DossierEvent):
    """The applicant has not supplemented yet, and has three working days left until `answer_by`."""

    kind: ClassVar[str] = "dossier.supplement_due_soon"

    answer_by: datetime
