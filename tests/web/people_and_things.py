"""Everybody who may come to a page, and one real object of each kind that pages are about."""

from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import uuid4

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from tests.factories import campaigns, dossiers, people
from tests.web.campaigns_there import campaign_in, session_in

from motcua.documents import actions as documents
from motcua.dossiers import actions, queries
from motcua.dossiers.values import Channel, SupplementItem
from motcua.evaluation.values.campaigns import CampaignState
from motcua.exchange import actions as exchange
from motcua.exchange import queries as stored
from motcua.identity.models import Account
from motcua.identity.values import Role
from motcua.measurement import actions as measuring
from motcua.measurement.values.sites import Site
from motcua.procedures.actions import editing
from motcua.procedures.models import Edition
from motcua.workflow.values import Move

ELSEWHERE = "H14.01717"
OFFICERS = tuple(role for role in Role if role.of_officers)
ASKED = SupplementItem("birth_notice", "Giấy chứng sinh", "missing", "Chụp cả hai mặt.")
PERSONAL = (
    "Nguyễn Thị Hậu",
    "001195001234",
    "0912345678",
    "hau@example.vn",
    "Trần Ánh Dương",
    "Trần Văn Nam",
    "001093004321",
    "Giấy chứng sinh của bé Dương",
)
"""What the dossiers hold about people; nobody without a right to it may read any of it."""


@dataclass(frozen=True)
class Things:
    """The objects, named as the addresses in the table ask for them."""

    draft: str
    counter_draft: str
    submitted: str
    accepted: str
    asked: str
    attachment: str
    document: str
    upload: str
    kept: str
    edition: str
    edition_elsewhere: str
    measured_site: str
    campaign: str
    """Being prepared."""
    hearing: str
    """A campaign whose agencies are asked for their reply."""
    picture: str
    """Of what a machine saw in it, by its digest."""
    walk: str
    """A usability session in it that the evaluator guides."""


def everybody():
    """Give (browsers by name, the owner, officers by role): at the ward, and those beside it."""
    owner = people.citizen(full_name="Lò Thị Mai", at=dossiers.MORNING)
    here = {role.value: people.officer(role) for role in OFFICERS}
    viewers = here | {
        "owner": owner,
        "stranger": people.citizen(full_name="Giàng A Páo", at=dossiers.MORNING),
        "receptionist_elsewhere": people.officer(Role.RECEPTIONIST, ELSEWHERE),
        "receptionist_without_code": replace(here["receptionist"], second_factor=False),
    }
    for viewer in viewers.values():
        if viewer.is_officer:
            RecoveryCodes.activate(Account.objects.get(key=viewer.key))
    clients = {name: people.logged_in(viewer) for name, viewer in viewers.items()}
    return {"anonymous": Client(), **clients}, owner, here


def things_of(owner, here) -> Things:
    """Make one object of each kind: the owner's own, and a paper draft of the receptionist."""
    reception = here["receptionist"]
    submitted, attachment = _submitted(owner)
    accepted, _ = _submitted(owner)
    asked, _ = _submitted(owner)
    perform = {"by": reception, "at": dossiers.later(hours=1)}
    actions.perform(code=accepted, move=Move.ACCEPT, **perform)
    actions.perform(
        code=asked, move=Move.REQUEST_SUPPLEMENT, reason="Thiếu", items=[ASKED], **perform
    )
    seen = queries.dossier(viewer=owner, code=accepted, at=dossiers.later(hours=2))
    documents.printed(key=seen.documents[0].key)
    hearing = campaign_in(CampaignState.REPLYING, here)
    return Things(
        draft=str(dossiers.draft(owner)),
        counter_draft=str(_paper(reception)),
        submitted=submitted,
        accepted=accepted,
        asked=asked,
        attachment=str(attachment),
        document=str(seen.documents[0].key),
        upload=str(uuid4()),
        kept=str(_kept(owner)),
        edition=_edition("9.000777", path="H26.00070."),
        edition_elsewhere=_edition("9.000778", path="H14."),
        measured_site=_site(here["emc_operator"]),
        campaign=campaign_in(CampaignState.DRAFT, here),
        hearing=hearing,
        picture=sha256(campaigns.PICTURE).hexdigest(),
        walk=session_in(hearing, here),
    )


def _site(operator):
    """Register a portal of the ward."""
    site = Site(number=70, name="Cổng của phường", agency="H26.00070")
    measuring.register_site(site=site, by=operator.actor, at=dossiers.MORNING)
    return str(site.number)


def _edition(code, *, path):
    """Begin a version in the editor, in charge of the agency at `path`."""
    by = people.officer(Role.PROCEDURE_ADMIN, "H26")
    key = editing.start(code=code, name="Thủ tục thử", by=by, at=dossiers.MORNING)
    Edition.objects.filter(key=key).update(agency_path=path)
    return str(key)


def _paper(reception):
    key = actions.begin_intake(
        service_code=dossiers.BIRTH,
        channel=Channel.COUNTER,
        reception_code="H26.00070",
        by=reception,
        at=dossiers.MORNING,
    )
    actions.save_answers(
        draft=key, answers=dossiers.birth_answers(), by=reception, at=dossiers.MORNING
    )
    return key


def _kept(owner):
    key = exchange.put(
        content=dossiers.picture(),
        filename="Giấy kết hôn.jpg",
        name="Giấy chứng sinh của bé Dương",
        valid_until=None,
        by=owner,
        at=dossiers.MORNING,
    )
    file = stored.paper(viewer=owner, key=key).file
    documents.check(key=file.key, at=dossiers.MORNING)
    return key


def _submitted(owner):
    answers = dossiers.birth_answers(**{"proof.kind": "notice", "copies.count": 1})
    key = dossiers.draft(owner, answers=answers)
    file = documents.store(
        content=dossiers.picture(),
        filename="Giấy chứng sinh của bé Dương.jpg",
        by=owner.actor,
        at=dossiers.MORNING,
    )
    documents.check(key=file.key, at=dossiers.MORNING)
    actions.attach(
        draft=key,
        field="proof.notice",
        component="birth_notice",
        file=file,
        by=owner,
        at=dossiers.MORNING,
    )
    return actions.submit(draft=key, by=owner, at=dossiers.MORNING), file.key
