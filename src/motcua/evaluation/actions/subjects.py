"""Which portals a campaign judges."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind, AgencyUnknown, AgencyView
from motcua.evaluation.actions.reaching import campaign_for, outdate, subject_for, unknown
from motcua.evaluation.events import about
from motcua.evaluation.events.campaigns import SubjectChanged, SubjectRemoved, SubjectsAdded
from motcua.evaluation.models import Campaign, Subject
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.subject_lists import address_of, read_list
from motcua.evaluation.values.campaigns import CampaignRefused, SubjectWanted
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence
from motcua.measurement import queries as measurement
from motcua.measurement.values.cards import League

KINDS = {AgencyKind.MINISTRY: League.MINISTRIES, AgencyKind.PROVINCE: League.PROVINCES}


@dataclass(frozen=True, slots=True)
class Added:
    """Which agencies joined a campaign, and which were there already."""

    added: tuple[str, ...]
    there: tuple[str, ...]


def add_subjects(*, code: str, wanted: Iterable[SubjectWanted], by: Viewer, at: datetime) -> Added:
    """Add portals by their agencies' codes; those that are there already stay as they are.

    Refuses the whole with every line that is wrong.
    """
    with transaction.atomic():
        campaign = campaign_for(Verb.CHANGE, code=code, by=by)
        told = _told(wanted)
        there = set(campaign.subjects.values_list("agency_code", flat=True))
        new = {agency.code: (agency, one) for agency, one in told if agency.code not in there}
        Subject.objects.bulk_create(
            _subject(campaign, agency, one, at=at) for agency, one in new.values()
        )
        if new:
            event = SubjectsAdded(subject=about(campaign.code), agencies=tuple(new))
            record(event=event, by=by.actor, at=at)
    return Added(tuple(new), tuple(sorted({agency.code for agency, _ in told} & there)))


def add_league(*, code: str, league: League, by: Viewer, at: datetime) -> Added:
    """Add every ministry or every province, at the addresses known from the portals that send."""
    known: dict[str, list[str]] = {}
    for site in measurement.sites().values():
        known.setdefault(site.agency, []).extend(f"https://{host}" for host in site.hosts)
    kind = next(kind for kind, one in KINDS.items() if one is league)
    wanted = [
        SubjectWanted(
            agency=agency.code,
            address=(known.get(agency.code) or [""])[0],
            others=tuple(known.get(agency.code, [])[1:]),
            contact=agency.email,
        )
        for agency in agencies.of_kind(kind)
    ]
    return add_subjects(code=code, wanted=wanted, by=by, at=at)


def add_list(*, code: str, text: str, by: Viewer, at: datetime) -> Added:
    """Add the portals of a list (`rules.subject_lists.read_list`)."""
    return add_subjects(code=code, wanted=read_list(text), by=by, at=at)


def change_subject(*, code: str, wanted: SubjectWanted, by: Viewer, at: datetime) -> None:
    """Put a portal's addresses and contact right; its automatic runs use them from then on."""
    with transaction.atomic():
        campaign = campaign_for(Verb.ASSIGN, code=code, by=by)
        agency = wanted.agency.replace("\0", "")
        row = campaign.subjects.select_for_update().filter(agency_code=agency).first()
        if row is None:
            raise unknown()
        row.address = address_of(wanted.address)
        row.others = [address_of(one) for one in wanted.others]
        row.contact = wanted.contact.replace("\0", "").strip()[:300]
        row.save(update_fields=["address", "others", "contact"])
        outdate(campaign)
        event = SubjectChanged(
            subject=about(campaign.code, row.agency_code),
            agency=row.agency_code,
            address=row.address,
            others=tuple(row.others),
        )
        record(event=event, by=by.actor, at=at)


def remove_subject(*, code: str, agency: str, by: Viewer, at: datetime) -> None:
    """Take a portal out of a campaign that has not opened."""
    with transaction.atomic():
        reached = subject_for(Verb.CHANGE, code=code, agency=agency, by=by)
        reached.subject.delete()
        record(event=SubjectRemoved(subject=reached.about, agency=agency), by=by.actor, at=at)


def _told(wanted: Iterable[SubjectWanted]) -> list[tuple[AgencyView, SubjectWanted]]:
    told: list[tuple[AgencyView, SubjectWanted]] = []
    wrong: list[Sentence] = []
    for one in wanted:
        try:
            agency = agencies.agency(one.agency.strip())
            if agency.kind not in KINDS and one.league is None:
                raise CampaignRefused("co-quan", _no_league(agency))
            told.append((agency, one))
        except (AgencyUnknown, CampaignRefused) as refusal:
            wrong.append(refusal.sentence)
    if wrong:
        raise CampaignRefused("danh-sach", *wrong)
    return told


def _subject(
    campaign: Campaign, agency: AgencyView, wanted: SubjectWanted, *, at: datetime
) -> Subject:
    league = wanted.league or KINDS[agency.kind]
    return Subject(
        campaign=campaign,
        agency_code=agency.code,
        agency_path=agency.path,
        agency_name=agency.short_name or agency.name,
        league=league.value,
        address=address_of(wanted.address),
        others=[address_of(one) for one in wanted.others],
        contact=wanted.contact.replace("\0", "").strip()[:300],
        added_at=at,
    )


def _no_league(agency: AgencyView) -> Sentence:
    return Sentence(
        f"“{agency.name}” không phải bộ, cũng không phải tỉnh; bạn hãy chọn nhóm cho cổng này.",
        f"“{agency.name}” is neither a ministry nor a province; choose a league for its portal.",
    )
