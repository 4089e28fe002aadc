"""Dossiers for tests: a ward of Hà Nội, the published services, drafts filled in and submitted."""

import io
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from PIL import Image
from tests.factories import people

from motcua.agencies.models import Agency, Territory
from motcua.agencies.rules.founding import BRANCHES
from motcua.agencies.values import AgencyKind
from motcua.documents import actions as documents
from motcua.dossiers import actions
from motcua.dossiers.values import Channel
from motcua.dossiers.values.intake import CheckedPaper
from motcua.forms.values import AnswerSet
from motcua.identity.values import Role
from motcua.procedures import queries as procedures
from motcua.procedures.actions import publish
from motcua.procedures.models.services import PublishedService
from motcua.procedures.rules.scenarios import required_components

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2026, 3, 16, 8, 30, tzinfo=HANOI)
BIRTH, RESIDENCE, EXTRACT = "1.001193", "1.004194", "2.000635"
WARD = {"province": "01", "commune": "00070"}


def country():
    """Make Hà Nội and its ward Hoàn Kiếm, each with its agency and its police."""
    city, _ = Territory.objects.get_or_create(
        edition="2025-07-01",
        code="01",
        defaults={"kind": "Thành phố", "name": "Hà Nội", "parent": None},
    )
    ward, _ = Territory.objects.get_or_create(
        edition="2025-07-01",
        code="00070",
        defaults={"kind": "Phường", "name": "Hoàn Kiếm", "parent": city},
    )
    people.agency("H26.00070")
    Agency.objects.filter(code="H26").update(territory=city, kind=AgencyKind.PROVINCE.value)
    Agency.objects.filter(code="H26.00070").update(territory=ward)
    people.agency("H26.CA.00070")
    police = {"H26.CA": (AgencyKind.POLICE_PROVINCE, city)}
    police["H26.CA.00070"] = (AgencyKind.POLICE_COMMUNE, ward)
    for code, (kind, place) in police.items():
        Agency.objects.filter(code=code).update(territory=place, kind=kind.value)
    people.tell_of_agencies()


def branches():
    """Make the other agencies of Hà Nội: tax, insurance, land, electricity, education, work."""
    city = Territory.objects.get(code="01")
    for branch in BRANCHES:
        people.agency(f"H26.{branch.mark}")
        found = Agency.objects.filter(code=f"H26.{branch.mark}")
        found.update(territory=city, kind=branch.kind.value)
    people.tell_of_agencies()


@lru_cache(maxsize=1)
def _published() -> tuple[dict, ...]:
    for code in (BIRTH, RESIDENCE, EXTRACT):
        publish(folder=Path(settings.LIBRARY) / "procedures" / code / "v1", at=MORNING)
    rows = PublishedService.objects.values()
    return tuple({k: v for k, v in row.items() if k != "id"} for row in rows)


def services():
    """Publish the three services of the library; read and played once a run."""
    rows = _published()
    if not PublishedService.objects.exists():
        PublishedService.objects.bulk_create(PublishedService(**row) for row in rows)


def picture() -> bytes:
    """Give the bytes of a small photograph."""
    out = io.BytesIO()
    Image.new("RGB", (80, 60), "white").save(out, "JPEG")
    return out.getvalue()


def birth_answers(**changed):
    """Give complete answers for a birth registration by the mother."""
    home = {**WARD, "detail": "Số 1 phố Hàng Bài"}
    return {
        "scope.online": True,
        "applicant.relation": "mother",
        "applicant.full_name": "Nguyễn Thị Hậu",
        "applicant.citizen_id": "001195001234",
        "applicant.phone": "0912345678",
        "applicant.email": "hau@example.vn",
        "applicant.address": home,
        "child.full_name": "Trần Ánh Dương",
        "child.sex": "female",
        "child.born_on": "2026-03-01",
        "child.birth_facility": "Bệnh viện Phụ sản Trung ương",
        "child.birthplace": WARD,
        "child.ethnicity": "01",
        "child.nationality": "vn",
        "child.home_place": WARD,
        "parents.married": "yes",
        "marriage.registered_on": "2023-05-12",
        "marriage.agency": "Ủy ban nhân dân phường Hoàn Kiếm",
        "mother.born_on": "1995-03-08",
        "mother.ethnicity": "01",
        "mother.nationality": "vn",
        "father.full_name": "Trần Văn Nam",
        "father.citizen_id": "001093004321",
        "father.born_on": "1993",
        "father.ethnicity": "01",
        "father.nationality": "vn",
        "father.residence": home,
        "proof.kind": "electronic",
        "competent.commune": WARD,
        "copies.count": 0,
        "result.delivery": "counter",
        "declaration.truth": True,
        **changed,
    }


def scenario_answers(code, **changed):
    """Give the complete answers that the scenarios of a service start from."""
    scenario = procedures.service(code, MORNING.date()).scenarios[0]
    return {**AnswerSet.from_json(scenario.answers).to_json(), **changed}


def draft(by, *, service=BIRTH, answers=None, at=MORNING, channel=Channel.SELF_SERVICE):
    """Begin a draft and fill it in; gives its key. On paper every component asked was shown."""
    filled = birth_answers() if answers is None else answers
    if channel.is_online:
        key = actions.start_draft(service_code=service, by=by, at=at)
    else:
        key = _taken_in(by, service=service, channel=channel, answers=filled, at=at)
    actions.save_answers(draft=key, answers=filled, by=by, at=at)
    return key


def _taken_in(by, *, service, channel, answers, at):
    desk = next(grant.agency_code for grant in by.grants if grant.role is Role.RECEPTIONIST)
    how = {"channel": channel, "reception_code": desk}
    key = actions.begin_intake(service_code=service, by=by, at=at, **how)
    version = procedures.service(service, at.date())
    asked = required_components(version, answers, channel=channel.value)
    shown = [CheckedPaper(c.code, shown=True) for c in asked if not c.available_in_database]
    actions.check_papers(draft=key, papers=shown, by=by, at=at)
    return key


def submitted(by, *, at=MORNING, **how) -> str:
    """Submit a complete birth registration; gives its code."""
    return actions.submit(draft=draft(by, at=at, **how), by=by, at=at)


def photo(key, *, by, field="proof.notice", component="birth_notice", at=MORNING):
    """Attach a photograph to a draft, already checked; gives the stored file."""
    file = documents.store(content=picture(), filename="giấy chứng sinh.jpg", by=by.actor, at=at)
    documents.check(key=file.key, at=at)
    actions.attach(draft=key, field=field, component=component, file=file, by=by, at=at)
    return file


def later(**how) -> datetime:
    """Give a moment after MORNING."""
    return MORNING + timedelta(**how)
