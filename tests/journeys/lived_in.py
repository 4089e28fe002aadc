"""A ward in which everything has happened once: what pages show when they are in use."""

from dataclasses import asdict
from decimal import Decimal
from types import SimpleNamespace
from uuid import UUID

from tests.counters.office import Office
from tests.factories import dossiers, people
from tests.factories.dossiers import BIRTH, later
from tests.factories.jobs import drained
from tests.factories.settling import resolved
from tests.procedures.bundle import BUNDLE, folder
from tests.procedures.changed import LIBRARY, written
from tests.procedures.changed import folder as of_library
from tests.procedures.search_samples import fill
from tests.web.campaigns_there import campaign_in
from tests.web.people_and_things import everybody, things_of

from motcua.agencies.models import Agency
from motcua.counters.actions import call_next, sit
from motcua.dossiers import actions
from motcua.dossiers.actions import bulk
from motcua.dossiers.actions.handing import hand_over
from motcua.dossiers.actions.instructions import Order, instruct
from motcua.dossiers.actions.notes import note
from motcua.dossiers.actions.opinions import ask
from motcua.dossiers.actions.templates import Worded, keep_reason
from motcua.dossiers.queries.lists_bulk import bulk_choice
from motcua.dossiers.values import Channel
from motcua.dossiers.values.returning import Taker, Way
from motcua.dossiers.values.templates import Use
from motcua.evaluation.values.campaigns import CampaignState
from motcua.feedback import actions as feedback
from motcua.identity import actions as identity
from motcua.identity.queries import first_password_token
from motcua.identity.values import Role
from motcua.kernel.calendar import Duration
from motcua.measurement.actions import Wanted, set_target
from motcua.procedures.actions import editing, publish, review
from motcua.procedures.values.review import ProposalKind
from motcua.statistics import actions as statistics
from motcua.statistics.values import Month
from motcua.workflow.values import Move

DEATH = "1.000656"
"""Has cases and a guide."""
NEIGHBOUR, POLICE = "H26.00004", "H26.CA.00070"
NAMES = {
    "H26": ("Ủy ban nhân dân thành phố Hà Nội", "Hà Nội"),
    "H26.00070": ("Ủy ban nhân dân phường Hoàn Kiếm", "Phường Hoàn Kiếm"),
    NEIGHBOUR: ("Ủy ban nhân dân phường Ba Đình", "Phường Ba Đình"),
    POLICE: ("Công an phường Hoàn Kiếm, thành phố Hà Nội", "Công an phường Hoàn Kiếm"),
}
LONG_NAME = "Công Tằng Tôn Nữ Thị Huyền Trân Ngọc Phương Nghi"
LONG_WORDS = "Tôi đã chờ ba buổi ở bộ phận một cửa mà chưa có ai trả lời về hồ sơ của con tôi."


def lived_in(place):
    """Make everybody and everything; gives (browsers by name, things as addresses ask for them)."""
    dossiers.country()
    dossiers.services()
    publish(folder=LIBRARY / "procedures" / DEATH / "v1", at=dossiers.MORNING)
    fill()
    browsers, owner, here = everybody()
    police = people.officer(Role.COORDINATOR, POLICE)
    things = SimpleNamespace(**asdict(things_of(owner, here)))
    things.bundle = _bundle(owner, place)
    things.returned, things.resolved = _settled(owner, here)
    things.opinion = _opinion(things.accepted, here)
    things.handover = _handed_over(here)
    things.petition, things.check = _petition(owner)
    things.run = _moved_at_once(owner, here)
    _reviewed(here)
    _named()
    statistics.count_month(top="H26.", month=Month(2026, 3), at=later(days=3))
    admin = people.officer(Role.PROCEDURE_ADMIN, "H26")
    things.copy = str(editing.start_copy(code=BIRTH, by=admin, at=later(hours=6)))
    things.amending = str(actions.start_supplement(code=things.asked, by=owner, at=later(hours=7)))
    things.code_asked, things.welcome = _helped(owner, here)
    _at_counters(things, by=here["receptionist"])
    _talked_over(things, here)
    things.target = _target(here["executive"])
    things.evaluating = campaign_in(CampaignState.OPEN, here)
    things.settling = campaign_in(CampaignState.JUDGING, here)
    things.evaluated = campaign_in(CampaignState.PUBLISHED, here)
    more = {"police": police, "province_admin": admin}
    return browsers | {name: people.logged_in(by) for name, by in more.items()}, things


def _helped(owner, here):
    by = here["receptionist"]
    asked = identity.ask_code(person=owner.citizen.phone, by=by, at=later(days=3))
    how = {"full_name": LONG_NAME, "citizen_id": "002095001111", "phone": "0912888999"}
    without_password = identity.register_helped(by=by, at=later(days=3), **how)
    return str(asked.request), first_password_token(without_password)


def _at_counters(things, *, by):
    """Set counters up, draw tickets, call one, book an appointment."""
    office = Office()
    counters = [office.counter(number) for number in (1, 2)]
    sit(key=counters[0], by=by, at=later(days=3))
    tickets = [office.ticket(at=later(days=3, minutes=-number)) for number in (9, 6, 3)]
    call_next(counter=counters[0], by=by, at=later(days=3))
    office.slots()
    slot = office.free(at=later(days=3))[-1]
    things.counter, things.ticket = str(counters[0]), str(tickets[-1])
    things.appointment = office.booked(slot, name=LONG_NAME, at=later(days=3))
    things.ward = "H26.00070"


def _talked_over(things, here):
    """Write a note, give an instruction, keep a sentence."""
    code, clerk, head = things.accepted, here["case_officer"], here["approver"]
    things.note = str(note(code=code, words=LONG_WORDS, by=clerk, at=later(days=3)))
    order = Order(to=clerk.key, words=LONG_WORDS, by_day=later(days=4).date())
    instruct(code=code, order=order, by=head, at=later(hours=5))
    worded = Worded(LONG_WORDS, Use.SUPPLEMENT)
    things.reason = str(
        keep_reason(agency_path="H26.00070.", worded=worded, by=head, at=later(hours=5))
    )


def _target(head) -> str:
    wanted = Wanted(
        agency="H26.00070", year=2026, indicator="use2", value=Decimal("0.625"), head=LONG_NAME
    )
    return str(set_target(wanted=wanted, by=head, at=later(hours=5)).key)


def _named():
    """Give the agencies the names that people read, some of them long."""
    for code, (name, short_name) in NAMES.items():
        Agency.objects.filter(code=code).update(name=name, short_name=short_name)
    people.tell_of_agencies()


def _bundle(owner, place) -> str:
    for code in (BIRTH, dossiers.EXTRACT):
        written(of_library(code), place)
    publish(folder=written(folder(), place), at=dossiers.MORNING)
    answers = dossiers.birth_answers(**{"copies.count": 1})
    return dossiers.submitted(owner, service=BUNDLE, answers=answers)


def _settled(owner, here):
    officers = [here[name] for name in ("receptionist", "case_officer", "approver")]
    returned, waiting = (resolved(owner, *officers) for _ in range(2))
    taker = Taker(name=LONG_NAME, identity_number="001195001234", signature="M10 20L11 22L30 40")
    actions.hand_back(
        code=returned, way=Way.COUNTER, by=officers[0], at=later(hours=3), taker=taker
    )
    return returned, waiting


def _opinion(code, here) -> str:
    two_days = Duration.parse("2 ngày làm việc")
    how = {"question": LONG_WORDS, "limit": two_days, "at": later(hours=2)}
    return str(ask(code=code, agency_code=POLICE, by=here["case_officer"], **how))


def _handed_over(here) -> str:
    there = people.officer(Role.RECEPTIONIST, NEIGHBOUR)
    codes = [_on_paper(there) for _ in range(2)]
    return str(
        hand_over(
            from_code=NEIGHBOUR,
            to_code="H26.00070",
            papers=dict.fromkeys(codes, "Giấy chứng sinh, giấy xác nhận nơi cư trú"),
            by=there,
            at=later(hours=1),
        )
    )


def _on_paper(by) -> str:
    answers = dossiers.birth_answers(**{"applicant.full_name": LONG_NAME})
    return dossiers.submitted(by, answers=answers, channel=Channel.COUNTER)


def _petition(owner):
    said = feedback.Said(
        topic="service",
        text=LONG_WORDS,
        agency_code="H26.00070",
        name=LONG_NAME,
        phone="0912345678",
        may_publish=True,
    )
    sent = feedback.send_petition(said=said, by=owner, at=later(hours=5))
    return sent.code, sent.check_code


def _moved_at_once(owner, here) -> str:
    by = here["receptionist"]
    codes = [dossiers.submitted(owner) for _ in range(3)]
    lines = bulk_choice(viewer=by, codes=codes, at=later(hours=1)).lines
    key = UUID(int=7)
    bulk.ask_bulk(key=key, move=Move.ACCEPT, lines=lines, by=by, at=later(hours=1))
    drained(later(hours=1))
    return str(key)


def _reviewed(here):
    review.propose(
        code=BIRTH,
        kind=ProposalKind.MERGE,
        text="Gộp với đăng ký thường trú.",
        by=here["case_officer"],
        at=later(hours=6),
    )
