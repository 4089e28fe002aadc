"""Facts about dossiers that the journal keeps. The subject of each is `dossier:<uuid>`."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class DraftStarted(Event):
    """Somebody began to fill in a form (subject `draft:<uuid>`)."""

    kind: ClassVar[str] = "dossier.draft_started"

    service: str
    channel: str


@dataclass(frozen=True, kw_only=True)
class DraftDiscarded(Event):
    """The owner threw a draft away (subject `draft:<uuid>`)."""

    kind: ClassVar[str] = "dossier.draft_discarded"


@dataclass(frozen=True, kw_only=True)
class DossierEvent(Event):
    """What every event of a submitted dossier tells.

    `due_at` is when it is due now, `promised_at` what was promised before any extension: lateness
    is counted against that.
    """

    code: str
    service: str
    agency: str
    state: str
    national: int | None
    step: str = ""
    due_at: datetime | None = None
    promised_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DossierSubmitted(DossierEvent):
    """A dossier was submitted and has its code; `level`: how far its service is online."""

    kind: ClassVar[str] = "dossier.submitted"

    channel: str
    files: int
    level: str = ""


@dataclass(frozen=True, kw_only=True)
class DossierMoved(DossierEvent):
    """An officer or the applicant made a move that has no event of its own.

    `clock` tells what it did to the clock (a `Turn`), `rule` under which rule of the profile.
    """

    kind: ClassVar[str] = "dossier.moved"

    move: str
    from_state: str
    from_step: str
    reason: str = ""
    clock: str = ""
    rule: str = ""


@dataclass(frozen=True, kw_only=True)
class DossierAccepted(DossierMoved):
    """The desk accepted the dossier; the settlement clock runs."""

    kind: ClassVar[str] = "dossier.accepted"


@dataclass(frozen=True, kw_only=True)
class SupplementRequested(DossierMoved):
    """The applicant was asked to supplement."""

    kind: ClassVar[str] = "dossier.supplement_requested"


@dataclass(frozen=True, kw_only=True)
class DossierSupplemented(DossierMoved):
    """The applicant supplemented."""

    kind: ClassVar[str] = "dossier.supplemented"


@dataclass(frozen=True, kw_only=True)
class DossierRefused(DossierMoved):
    """The desk did not accept the dossier."""

    kind: ClassVar[str] = "dossier.refused"


@dataclass(frozen=True, kw_only=True)
class DossierResolved(DossierMoved):
    """The result was signed; `favourable`: it is not a decision that refuses what was asked."""

    kind: ClassVar[str] = "dossier.resolved"

    result: UUID | None = None
    favourable: bool = True


@dataclass(frozen=True, kw_only=True)
class DossierReturned(DossierMoved):
    """The result was handed to the applicant."""

    kind: ClassVar[str] = "dossier.returned"


@dataclass(frozen=True, kw_only=True)
class PaymentRequested(DossierMoved):
    """The applicant was asked to pay what is owed: `amount` in đồng, by `pay_by`."""

    kind: ClassVar[str] = "dossier.payment_requested"

    amount: int = 0
    pay_by: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class PaymentConfirmed(DossierMoved):
    """What was asked for has been paid; the dossier goes on."""

    kind: ClassVar[str] = "dossier.payment_confirmed"


@dataclass(frozen=True, kw_only=True)
class DossierExtended(DossierMoved):
    """The head apologised; `due_at` is the new date, `promised_at` the one that was not kept."""

    kind: ClassVar[str] = "dossier.extended"


@dataclass(frozen=True, kw_only=True)
class DossierStopped(DossierMoved):
    """The agency stopped it, or allowed its withdrawal."""

    kind: ClassVar[str] = "dossier.stopped"


@dataclass(frozen=True, kw_only=True)
class WithdrawalAsked(DossierMoved):
    """The applicant asked to withdraw."""

    kind: ClassVar[str] = "dossier.withdrawal_asked"


@dataclass(frozen=True, kw_only=True)
class WithdrawalRejected(DossierMoved):
    """The agency did not let it be withdrawn; it is back where it was."""

    kind: ClassVar[str] = "dossier.withdrawal_rejected"


@dataclass(frozen=True, kw_only=True)
class IntakeWaiting(DossierEvent):
    """Nobody at the desk has decided about it within the time after which they are reminded."""

    kind: ClassVar[str] = "dossier.intake_waiting"


@dataclass(frozen=True, kw_only=True)
class DossierDueSoon(DossierEvent):
    """It is due on the next working day."""

    kind: ClassVar[str] = "dossier.due_soon"


@dataclass(frozen=True, kw_only=True)
class ResultDrafted(DossierEvent):
    """The case officer put the draft of the result together."""

    kind: ClassVar[str] = "dossier.result_drafted"


@dataclass(frozen=True, kw_only=True)
class MessageSent(DossierEvent):
    """A message was written about the dossier; the words stay with the dossier."""

    kind: ClassVar[str] = "dossier.message_sent"

    from_applicant: bool


@dataclass(frozen=True, kw_only=True)
class DossierBroughtIn(DossierEvent):
    """A dossier came over from another system, with the moves (name, moment) made there."""

    kind: ClassVar[str] = "dossier.brought_in"

    origin: str
    channel: str
    submitted_at: datetime
    moves: tuple[tuple[str, datetime], ...] = ()
    owed: int = 0
    paid: bool = False


@dataclass(frozen=True, kw_only=True)
class BundleOpened(DossierEvent):
    """A bundle has its parts: those opened at once (codes), and how many wait for others."""

    kind: ClassVar[str] = "dossier.bundle_opened"

    opened: tuple[str, ...]
    waiting: int


@dataclass(frozen=True, kw_only=True)
class BundleWentOn(DossierEvent):
    """A part of a bundle was opened as `child`, or could not be (`why`)."""

    kind: ClassVar[str] = "dossier.bundle_went_on"

    part: str
    child: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class ViewSaved(Event):
    """An officer kept a way of looking at a list (subject `view:<uuid>`)."""

    kind: ClassVar[str] = "dossier.view_saved"

    list_name: str
    shared: bool


@dataclass(frozen=True, kw_only=True)
class ViewRemoved(Event):
    """An officer no longer wants a view (subject `view:<uuid>`)."""

    kind: ClassVar[str] = "dossier.view_removed"


@dataclass(frozen=True, kw_only=True)
class ExportAsked(Event):
    """An officer asked for a list as a file (subject `export:<uuid>`): its filters and columns.

    `searched`: words were searched for too; they may name people and stay out of the journal.
    """

    kind: ClassVar[str] = "dossier.export_asked"

    list_name: str
    file_kind: str
    filters: tuple[str, ...]
    columns: tuple[str, ...]
    searched: bool = False


@dataclass(frozen=True, kw_only=True)
class ExportFetched(Event):
    """The officer fetched the file (subject `export:<uuid>`)."""

    kind: ClassVar[str] = "dossier.export_fetched"

    rows: int


@dataclass(frozen=True, kw_only=True)
class ExportGone(Event):
    """The file was removed when its time was over (subject `export:<uuid>`)."""

    kind: ClassVar[str] = "dossier.export_gone"


@dataclass(frozen=True, kw_only=True)
class BulkAsked(Event):
    """An officer asked for one move on many dossiers (subject `bulk:<uuid>`)."""

    kind: ClassVar[str] = "dossier.bulk_asked"

    move: str
    number: int


@dataclass(frozen=True, kw_only=True)
class BulkEnded(Event):
    """A move on many dossiers came to its end (subject `bulk:<uuid>`): how many of each outcome."""

    kind: ClassVar[str] = "dossier.bulk_ended"

    done: int
    refused: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class IntakeBegun(Event):
    """A desk began to take paper in (subject `draft:<uuid>`); `exception`: despite no-paper."""

    kind: ClassVar[str] = "dossier.intake_begun"

    service: str
    reception: str
    exception: str = ""


@dataclass(frozen=True, kw_only=True)
class PapersChecked(Event):
    """The papers of an intake were looked at one by one (subject `draft:<uuid>`)."""

    kind: ClassVar[str] = "dossier.papers_checked"

    components: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PaperScanned(Event):
    """A paper was scanned at the desk (subject `draft:<uuid>`)."""

    kind: ClassVar[str] = "dossier.paper_scanned"

    component: str
    pages: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class NoPaperSet(Event):
    """An agency takes no paper for a service, or on days (subject `agency:<code>`)."""

    kind: ClassVar[str] = "dossier.no_paper_set"

    rule: UUID
    service: str
    weekdays: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class NoPaperLifted(Event):
    """An agency takes paper again (subject `agency:<code>`)."""

    kind: ClassVar[str] = "dossier.no_paper_lifted"

    rule: UUID


@dataclass(frozen=True, kw_only=True)
class ResultHandedBack(DossierEvent):
    """Somebody took the result; `matched`: the identity number was compared and is the same."""

    kind: ClassVar[str] = "dossier.handed_back"

    way: str
    authorised: bool
    matched: bool
