"""What our own journal tells of dossiers, ratings, petitions and accounts, as facts.

A dossier's fact is made of one entry and the history before it, so an old journal can be read
again at any time with the same outcome. The numbers that end in `_fed` are what a system that
feeds EMC today would have reported of the same event: post as online, any payment as paid,
partial service as full and any other as partial. What is so stands beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from motcua.journal.values import Entry
from motcua.kernel.calendar import WorkingCalendar
from motcua.measurement.rules import addresses, privacy
from motcua.measurement.rules.wire.reading import day_and_second
from motcua.measurement.values.facts import (
    ACCOUNT_OPENED,
    ACCOUNT_USED,
    Cause,
    Channel,
    DossierFact,
    Kind,
    Outcome,
    PageFact,
    Source,
    Status,
)

DOSSIERS = (
    "dossier.submitted", "dossier.moved", "dossier.accepted", "dossier.supplement_requested",
    "dossier.supplemented", "dossier.refused", "dossier.resolved", "dossier.returned",
    "dossier.payment_requested", "dossier.payment_confirmed", "dossier.extended", "dossier.stopped",
    "dossier.withdrawal_asked", "dossier.withdrawal_rejected", "dossier.assigned",
    "dossier.brought_in", "payment.charges_raised", "payment.recorded",
)  # fmt: skip
"""Kinds of entries that tell of a dossier (subject `dossier:<uuid>`)."""
PEOPLE = (
    "dossier.rated", "dossier.returned", "petition.answered", "account.registered",
    "account.signed_in",
)  # fmt: skip
"""Kinds of entries that tell how people are served, without saying who they are."""

NEVER = date(9999, 12, 31)
"""The deadline of what nobody waits for: ended without a result, or stopped for the applicant."""
AT_THE_COUNTER = frozenset({"cash", "transfer"})
"""Ways of paying that no portal has a part in."""
ONLINE = frozenset({Channel.SELF, Channel.OFFICER, Channel.VOLUNTEER})

_STATUS = {
    1: Status.RECEIVED, 2: Status.RECEIVED, 4: Status.IN_PROCESS, 9: Status.RETURNED,
    10: Status.RETURNED,
}  # fmt: skip
_LEVEL_FED = {"full": 4, "partial": 4, "none": 3, "unstated": 3}
_RUNS = frozenset({"start", "resume", "restart"})
_STANDS = frozenset({"pause", "stop"})
_ENDS = frozenset({"dossier.refused", "dossier.stopped"})
_SCORES = {"very_satisfied": 5, "satisfied": 4, "dissatisfied": 1}


@dataclass(frozen=True, slots=True)
class Ours:
    """Our own portal: its number among sites, its agency, the secret for hashes of dossiers."""

    site: int
    agency: str
    pepper: bytes


def dossier_facts(
    entry: Entry, history: Sequence[Entry], *, ours: Ours, calendar: WorkingCalendar
) -> list[DossierFact]:
    """Make facts of an entry about a dossier; `history` has all entries about it, in order.

    Nothing where the history does not say which dossier it is.
    """
    before = [one for one in history if one.number <= entry.number]
    known = entry.payload if "service" in entry.payload else _named(history)
    if known is None:
        return []
    if entry.kind == "dossier.brought_in":
        return list(_brought_in(entry, ours))
    fact = _plain(entry, known, ours)
    if entry.kind.startswith("payment."):
        return [_paid(fact, entry, before)]
    fact = replace(fact, due=_due(entry))
    if entry.kind == "dossier.submitted":
        fact = _received(fact, entry.payload)
    if entry.kind in {"dossier.resolved", "dossier.returned"}:
        fact = _settled(fact, entry, before, calendar=calendar)
    return [fact]


def people_facts(entry: Entry, history: Sequence[Entry], *, ours: Ours) -> list[PageFact]:
    """Make facts of an entry about how people are served; `history` has all about its subject."""
    told = entry.payload
    named = told if "agency" in told else _named(history, "agency") or {}
    fact = _moment(entry, ours, str(named.get("agency") or ours.agency))
    service = str((_named(history) or told).get("service") or "")
    fact = replace(fact, procedure=addresses.procedure_of(service))
    match entry.kind:
        case "dossier.returned":
            return [replace(fact, detail="satisfaction:asked")]
        case "dossier.rated":
            return _rated(fact, str(told.get("satisfaction")), str(told.get("cause") or ""))
        case "petition.answered":
            return [replace(fact, detail=f"petition:{_in_time(entry, history)}")]
        case "account.registered":
            return [replace(fact, kind=Kind.EVENT, detail=ACCOUNT_OPENED)]
        case "account.signed_in" if not _is_officer(history):
            return [replace(fact, kind=Kind.EVENT, detail=ACCOUNT_USED)]
        case _:
            return []


def _plain(entry: Entry, known: dict[str, object], ours: Ours) -> DossierFact:
    day, second = day_and_second(entry.at)
    national = known.get("national")
    service = str(known.get("service") or "")
    return DossierFact(
        day=day,
        second=second,
        site=ours.site,
        agency=str(known["agency"]),
        dossier=privacy.hidden(ours.pepper, f"dossier|{known['code']}"),
        procedure=addresses.procedure_of(service) or service[:8],
        status=_STATUS.get(national if isinstance(national, int) else 0, Status.OTHER),
        key=privacy.hidden(ours.pepper, f"journal|{entry.number}"),
        source=Source.JOURNAL,
        national=0,
    )


def _received(fact: DossierFact, told: dict[str, object]) -> DossierFact:
    channel = _channel(told.get("channel"))
    return replace(
        fact,
        channel=channel,
        reception_fed=1 if channel in ONLINE or channel is Channel.POST else 2,
        post_fed=1 if channel is Channel.POST else 0,
        level_fed=_LEVEL_FED.get(str(told.get("level") or "")),
        payment_fed=0,
    )


def _channel(word: object) -> Channel:
    try:
        return Channel(str(word))
    except ValueError:
        return Channel.UNKNOWN


def _paid(fact: DossierFact, entry: Entry, before: Sequence[Entry]) -> DossierFact:
    """Tell what is owed and paid; the feeder says paid whatever the amount."""
    owed, online, method = 0, 0, ""
    for one in before:
        if one.kind == "payment.charges_raised":
            owed = int(one.payload["amount"])
        elif one.kind == "payment.recorded":
            method = str(one.payload["method"])
            online += 0 if method in AT_THE_COUNTER else int(one.payload["amount"])
    if entry.kind == "payment.charges_raised":
        return replace(fact, fee_due=owed > 0)
    return replace(
        fact,
        fee_due=owed > 0,
        paid_online=online >= owed > 0,
        payment_fed=2 if method in AT_THE_COUNTER else 1,
    )


def _due(entry: Entry) -> date | None:
    told = entry.payload
    if entry.kind in _ENDS:
        return NEVER
    promised = told.get("promised_at") or told.get("due_at")
    if told.get("due_at") and promised:
        return day_and_second(_at(promised))[0]
    return NEVER if told.get("clock") == "pause" else None


def _settled(
    fact: DossierFact, entry: Entry, before: Sequence[Entry], *, calendar: WorkingCalendar
) -> DossierFact:
    """Judge a result by what was promised first; hours are working time at the authority."""
    resolved = next((one for one in before if one.kind == "dossier.resolved"), entry)
    promised = resolved.payload.get("promised_at")
    return replace(
        fact,
        outcome=_outcome(_at(promised), resolved.at) if promised else None,
        hours=_worked(before, resolved.at, calendar),
    )


def _outcome(promised: datetime, resolved: datetime) -> Outcome:
    if resolved > promised:
        return Outcome.LATE
    early = day_and_second(resolved)[0] < day_and_second(promised)[0]
    return Outcome.EARLY if early else Outcome.ON_TIME


def _worked(before: Sequence[Entry], until: datetime, calendar: WorkingCalendar) -> int | None:
    """Add up office hours between starts and stops of the clock; None where it never started."""
    spent, since, started = timedelta(), None, False
    for one in before:
        turn = one.payload.get("clock")
        if since is not None and (turn in _STANDS or turn in _RUNS):
            spent += calendar.worked_time(since, min(one.at, until))
            since = None
        if turn in _RUNS and one.at < until:
            since, started = one.at, True
    if since is not None:
        spent += calendar.worked_time(since, until)
    return round(spent / timedelta(hours=1)) if started else None


def _brought_in(entry: Entry, ours: Ours) -> Iterator[DossierFact]:
    """Tell again what another system did: when it came in, and its result where it has one."""
    told = entry.payload
    owed = int(told.get("owed") or 0)
    submitted = replace(entry, at=_at(told["submitted_at"]))
    received = _received(_plain(submitted, told, ours), told)
    yield replace(received, status=Status.RECEIVED, due=_due(entry), fee_due=owed > 0)
    ends = {"resolve": Status.RETURNED, "return_result": Status.RETURNED}
    for number, (move, moment) in enumerate(told.get("moves") or (), start=1):
        ended = move in {"refuse", "stop", "allow_withdrawal", "close_unanswered"}
        if move in ends or ended:
            fact = _plain(replace(entry, at=_at(moment)), told, ours)
            yield replace(
                fact,
                status=ends.get(move, Status.OTHER),
                key=privacy.hidden(ours.pepper, f"journal|{entry.number}|{number}"),
                due=NEVER if ended else None,
            )


def _rated(fact: PageFact, satisfaction: str, cause: str) -> list[PageFact]:
    score = _SCORES.get(satisfaction)
    if score is None:
        return []
    found = [replace(fact, detail=f"satisfaction:{satisfaction}", value=float(score))]
    if cause in {one.value for one in Cause}:
        key = fact.key ^ 1
        found.append(replace(fact, detail=f"asked_after_result:{cause}", key=key))
    return found


def _in_time(entry: Entry, history: Sequence[Entry]) -> str:
    sent = next((one for one in history if one.kind == "petition.sent"), None)
    if sent is None:
        return "unknown"
    return "on_time" if entry.at <= _at(sent.payload["due_at"]) else "late"


def _is_officer(history: Sequence[Entry]) -> bool:
    return any(one.kind == "account.officer_created" for one in history)


def _moment(entry: Entry, ours: Ours, agency: str) -> PageFact:
    day, second = day_and_second(entry.at)
    return PageFact(
        day=day,
        second=second,
        site=ours.site,
        agency=agency,
        visitor=privacy.hidden(ours.pepper, f"{day}|{entry.subject}") >> 31,
        kind=Kind.ANSWER,
        source=Source.JOURNAL,
        key=privacy.hidden(ours.pepper, f"journal|{entry.number}") << 1,
    )


def _named(history: Sequence[Entry], field: str = "service") -> "dict[str, object] | None":
    """Give the newest payload that says which dossier or agency it is about."""
    return next((one.payload for one in reversed(history) if one.payload.get(field)), None)


def _at(text: object) -> datetime:
    return datetime.fromisoformat(str(text))
