"""What whoever leads a campaign reads before the next step: its criteria, what hinders, lists."""

from dataclasses import dataclass
from datetime import datetime

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind, AgencyUnknown
from motcua.evaluation import ports
from motcua.evaluation.models import Campaign, Run, store
from motcua.evaluation.queries import hindrances
from motcua.evaluation.queries.campaign_sets import set_of
from motcua.evaluation.queries.campaigns import reached, subject_of
from motcua.evaluation.queries.material import audit_of
from motcua.evaluation.queries.viewing import run_view, stands_at
from motcua.evaluation.rules import permitting
from motcua.evaluation.rules.judging.whole import judge
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import See, Stand
from motcua.evaluation.rules.subject_lists import ListLine, read_lines
from motcua.evaluation.values.campaigns import RunState, RunView
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.judged import Judged
from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence

LEAGUES = (AgencyKind.MINISTRY, AgencyKind.PROVINCE)


@dataclass(frozen=True, slots=True)
class Previewed:
    """A line of a list before it is added: whose portal it names, or what is wrong with it."""

    line: ListLine
    name: str = ""
    there: bool = False
    """Whether the campaign has it already, or the list names it again."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The automatic looks at a portal, the newest first, and what the last whole one found.

    number  that of the run `judged` comes from
    """

    runs: tuple[RunView, ...]
    judged: Judged | None = None
    number: int = 0


def criteria(*, viewer: Viewer, code: str) -> CriteriaSet | None:
    """Give the criteria of a campaign to whom it concerns; refuses a set that has changed."""
    row = reached(viewer, code)
    return set_of(row) if row else None


def hinders(*, viewer: Viewer, code: str, verb: Verb, at: datetime) -> tuple[Sentence, ...]:
    """Say everything that hinders a verb now, to whoever leads."""
    row = _led(viewer, code)
    return hindrances.hindrances(row, verb, at=at) if row else ()


def preview(*, viewer: Viewer, code: str, text: str) -> tuple[Previewed, ...]:
    """Read a list of portals without adding it, with what is wrong line by line."""
    row = _led(viewer, code)
    if row is None:
        return ()
    there = set(row.subjects.values_list("agency_code", flat=True))
    found: list[Previewed] = []
    for line in read_lines(text):
        found.append(_previewed(line, there))
        if line.wanted:
            there.add(line.wanted.agency.strip())
    return tuple(found)


def looked(*, viewer: Viewer, code: str, agency: str) -> Looked | None:
    """Give the automatic looks at a portal and what the last whole one found, to who judges it."""
    campaign = reached(viewer, code)
    subject = subject_of(campaign, agency) if campaign else None
    if campaign is None or subject is None:
        return None
    if not stands_at(viewer, subject, campaign) - {Stand.HEAD}:
        return None
    runs = tuple(Run.objects.filter(subject=subject).order_by("-number").defer("evidence"))
    views = tuple(run_view(one) for one in runs)
    whole = next((one for one in runs if one.state == RunState.DONE.value), None)
    if whole is None:
        return Looked(views)
    try:
        audit = audit_of(whole.audit_digest)
    except store.EvidenceGone:
        return Looked(views)
    judged = judge(audit, [set_of(campaign)], facts=ports.facts())
    return Looked(views, judged, whole.number)


def _led(viewer: Viewer, code: str) -> Campaign | None:
    row = reached(viewer, code)
    leads = row is not None and permitting.may(See.BOARD, permitting.stands(viewer, row))
    return row if leads else None


def _previewed(line: ListLine, there: set[str]) -> Previewed:
    if line.wanted is None:
        return Previewed(line)
    try:
        agency = agencies.agency(line.wanted.agency.strip())
    except AgencyUnknown as unknown:
        return Previewed(ListLine(line.number, None, unknown.sentence))
    if agency.kind not in LEAGUES:
        said = Sentence(
            f"“{agency.name}” không phải bộ, cũng không phải tỉnh; bạn hãy thêm riêng cổng này.",
            f"“{agency.name}” is neither a ministry nor a province; add its portal by itself.",
        )
        return Previewed(ListLine(line.number, None, said))
    return Previewed(line, agency.short_name or agency.name, agency.code in there)
