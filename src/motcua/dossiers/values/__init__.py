"""What pages and listeners see of casework: frozen values, never rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from motcua.documents.values import Issued, StoredFile
from motcua.dossiers.values.asking import Change, ItemKind, PaymentRequestView
from motcua.dossiers.values.standing import Delivery, Finance, Synchronisation
from motcua.journal.values import Entry
from motcua.kernel.calendar import Due
from motcua.kernel.words import Sentence
from motcua.payments.values import Bill
from motcua.procedures.values.channels import (
    Channel as Channel,
)
from motcua.workflow.values import Clock, Function, Move, Offer, State


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a draft or dossier, with the form field and the component it answers.

    `reused_from`: code of the dossier a reused paper stems from, `own` for one that was kept for
    later, empty for what was handed in for this request.
    """

    file: StoredFile
    field: str
    component: str
    added_at: datetime
    reused_from: str = ""


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as its owner sees it. `answers` are as typed."""

    key: UUID
    service_code: str
    service_digest: str
    service_name: str
    channel: Channel
    answers: dict[str, Any]
    page: str
    revision: int
    begun_at: datetime
    saved_at: datetime
    attachments: tuple[Attached, ...]
    reception_code: str
    supplements: str | None
    submitted_as: str | None


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One line of a list of dossiers. In the inbox `function` names who has it."""

    code: str
    service_code: str
    service_name: str
    applicant_name: str
    state: State
    step: str
    channel: Channel
    officer_name: str
    submitted_at: datetime
    due_at: datetime | None
    urgent_at: datetime | None = None
    unread: bool = False
    function: Function | None = None

    def is_overdue(self, at: datetime) -> bool:
        """Whether what is owed by somebody was due before `at`."""
        return self.urgent_at is not None and self.urgent_at < at


@dataclass(frozen=True, slots=True)
class SupplementItem:
    """One thing asked for: a component or an answer, what is wrong with it, and what to do.

    `target` is the code of a component or the path of an answer, `kind` one of `ItemKind`.
    """

    target: str
    name: str
    kind: str
    note: str

    @property
    def kind_label(self) -> Sentence | str:
        """What is wrong, in words."""
        return ItemKind(self.kind).label if self.kind in set(ItemKind) else self.kind


@dataclass(frozen=True, slots=True)
class SupplementView:
    """A supplement request. `answer_by` is when the applicant's time is over."""

    items: tuple[SupplementItem, ...]
    reason: str
    asked_at: datetime
    asked_by_name: str
    answer_by: datetime | None
    answered_at: datetime | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message about a dossier."""

    from_applicant: bool
    author_name: str
    body: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class LookView:
    """That an officer opened the dossier on a day; `account` is the key of theirs."""

    name: str
    role: str
    on: date
    account: UUID


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything about one dossier that its viewer may see, and the functions they fulfil there.

    `beside` names what else there is of it: messages, looks, holdings, opinions, instructions,
    notes, bundle, duplicates.
    """

    key: UUID
    code: str
    check_code: str
    service_code: str
    service_digest: str
    service_name: str
    agency_code: str
    agency_name: str
    channel: Channel
    applicant_name: str
    contact: dict[str, str]
    answers: dict[str, Any]
    state: State
    step: str
    officer_name: str
    submitted_at: datetime
    accepted_at: datetime | None
    resolved_at: datetime | None
    ended_at: datetime | None
    clock: Clock | None
    due: Due | None
    due_at: datetime | None
    result: dict[str, Any] | None
    result_key: UUID | None
    revision: int
    attachments: tuple[Attached, ...]
    documents: tuple[Issued, ...]
    supplements: tuple[SupplementView, ...]
    messages: tuple[MessageView, ...]
    history: tuple[Entry, ...]
    bill: Bill
    offers: tuple[Offer, ...] = ()
    promised_at: datetime | None = None
    payment_requests: tuple[PaymentRequestView, ...] = ()
    looks: tuple[LookView, ...] = ()
    functions: frozenset[Function] = frozenset()
    for_applicant: bool = False
    case_code: str = ""
    has_account: bool = False
    beside: frozenset[str] = frozenset()

    @property
    def open_supplement(self) -> SupplementView | None:
        """The request that waits for an answer, if any."""
        return next((ask for ask in self.supplements if ask.answered_at is None), None)

    @property
    def open_payment(self) -> PaymentRequestView | None:
        """The request to pay that waits, if any."""
        return next((ask for ask in self.payment_requests if ask.paid_at is None), None)

    @property
    def refused_by_result(self) -> bool:
        """Whether the result, drafted or signed, is a decision that refuses what was asked."""
        return bool(self.result and "refusal" in self.result)

    @property
    def finance(self) -> Finance:
        """Where its money stands."""
        if not self.bill.total:
            return Finance.NOTHING
        if not self.bill.outstanding:
            return Finance.PAID
        if self.state in {State.REFUSED, State.STOPPED}:
            return Finance.CANCELLED
        return Finance.ASKED if self.state is State.PAYMENT_DUE else Finance.UNPAID

    @property
    def delivery(self) -> Delivery:
        """Where its result is."""
        if self.state in {State.REFUSED, State.STOPPED}:
            return Delivery.NONE
        known = {State.RESOLVED: Delivery.READY, State.RETURNED: Delivery.DELIVERED}
        return known.get(self.state, Delivery.NOT_YET)

    @property
    def synchronisation(self) -> Synchronisation:
        """Whether the national portal knows it as it stands."""
        return Synchronisation.NOT_CONNECTED

    def was_overdue(self, at: datetime) -> bool:
        """Whether what was promised first has passed, or had when the result was signed.

        An extension changes nothing about that.
        """
        first = self.promised_at or self.due_at
        return first is not None and first < (self.resolved_at or self.ended_at or at)


@dataclass(frozen=True, slots=True)
class PublicStatus:
    """What anybody who knows code and check code may see: no personal data."""

    code: str
    service_name: str
    agency_name: str
    state: State
    submitted_at: datetime
    due_at: datetime | None
    resolved_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to tell about a dossier, and how."""

    code: str
    key: UUID
    service_name: str
    name: str
    email: str
    phone: str
    language: str
    due_at: datetime | None
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PastMove:
    """A move that was made on a dossier in the system it comes from."""

    move: Move
    at: datetime
    by_name: str = ""
    reason: str = ""
    items: tuple[SupplementItem, ...] = ()
    alternative: str | None = None


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """A dossier that another system (`origin`) holds: what was asked, when, every move since.

    `answers` are by path as an AnswerSet keeps them. Without a `code` of its own it gets a new one.
    `paid_at` says when all that is owed was paid; its files and papers stay where they are.
    """

    origin: str
    service_code: str
    channel: Channel
    answers: Mapping[str, Any]
    submitted_at: datetime
    moves: tuple[PastMove, ...] = ()
    code: str = ""
    applicant: UUID | None = None
    paid_at: datetime | None = None
