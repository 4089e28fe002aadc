"""Campaigns for tests: a small set of criteria, portals that a fake looks at, two judges."""

import itertools
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tests.factories import people

from motcua.evaluation import actions, ports, tasks
from motcua.evaluation.rules import recording
from motcua.evaluation.values.audits import Audit, Evidence, Manner, PageRecord
from motcua.evaluation.values.campaigns import (
    CampaignKind,
    CampaignWanted,
    Lead,
    RunTicket,
    Seat,
    SubjectWanted,
)
from motcua.evaluation.values.facts import Area, Better, FactCard, Scope, Severity, Unit
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.evaluation.values.worksheets import Typed
from motcua.identity.values import Role
from motcua.journal.models import Job
from motcua.kernel.words import Sentence
from motcua.measurement.values import League

AT = datetime(2026, 5, 4, 1, 0, tzinfo=UTC)
SET = "thu/1"
AGENCIES = ("G01", "H26", "H30")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)

YAML = """
code: thu
version: "{version}"
title: {{vi: "Bộ thử", en: "Trial set"}}
source: {{vi: "Chỉ để thử", en: "For trials only"}}
official: false
valid_from: 2026-01-01
total: {total}
groups:
  - {{code: M, points: {total}, text: {{vi: "Mọi thứ", en: "Everything"}}}}
bands:
  - {{code: A, least: 0.9, text: {{vi: "A", en: "A"}}}}
  - {{code: B, least: 0.5, text: {{vi: "B", en: "B"}}}}
  - {{code: C, least: 0, text: {{vi: "C", en: "C"}}}}
criteria:
  - code: M.1
    group: M
    text: {{vi: "Dùng HTTPS", en: "Uses HTTPS"}}
    points: 4
    method: automatic
    measure: {{facts: [thu.https], how: all}}
    scale: {{kind: binary}}
    evidence: {{vi: "Kết quả đo", en: "What was measured"}}
  - code: M.2
    group: M
    text: {{vi: "Dễ hiểu", en: "Easy to understand"}}
    points: 4
    method: manual
    scale:
      kind: graded
      steps:
        - {{least: 1, share: 0.5, title: {{vi: "tạm", en: "fair"}}}}
        - {{least: 2, share: 1, title: {{vi: "tốt", en: "good"}}}}
    evidence: {{vi: "Ảnh màn hình", en: "A picture"}}
  - code: M.3
    group: M
    text: {{vi: "Có đầu mối", en: "Has a contact"}}
    points: 2
    method: declared
    scale: {{kind: binary}}
    evidence: {{vi: "Quyết định", en: "A decision"}}
{more}
"""
INDICATOR = """
  - code: M.4
    group: M
    text: {vi: "Tỷ lệ hồ sơ trực tuyến", en: "Online share"}
    points: 2
    method: indicator
    indicator: use2
    scale: {kind: ratio, target: 0.5}
    evidence: {vi: "Số liệu", en: "Figures"}
"""
CARD = FactCard(
    code="thu.https",
    area=Area.SECURITY,
    name=Sentence("Dùng HTTPS", "Uses HTTPS"),
    scope=Scope.PAGE,
    unit=Unit.YES_NO,
    better=Better.MORE,
    limit=True,
    severity=Severity.SERIOUS,
    remedy=Sentence("Hãy cài chứng thư.", "Install a certificate."),
)


def library(folder: Path) -> Path:
    """Write a library that holds two versions of a set; the second draws a figure in."""
    place = folder / "criteria" / "thu"
    place.mkdir(parents=True, exist_ok=True)
    (place / "1.yaml").write_text(YAML.format(version=1, total=10, more=""), encoding="utf-8")
    second = YAML.format(version=2, total=12, more=INDICATOR)
    (place / "2.yaml").write_text(second, encoding="utf-8")
    return folder


@dataclass
class Looker:
    """Looks at nothing and says what it was told to say; `bad` hosts are without HTTPS."""

    bad: tuple[str, ...] = ()
    fails: Exception | None = None
    seen: list[str] = field(default_factory=list)

    def look(self, ticket: RunTicket, *, folder: Path, beat, now) -> Path:
        self.seen.append(ticket.url)
        if self.fails is not None:
            raise self.fails
        assert beat(1)
        write_audit(folder, ticket.url, good=not any(bad in ticket.url for bad in self.bad))
        return folder


def write_audit(folder: Path, url: str, *, good: bool = True) -> Audit:
    """Write what an audit of a portal of one page leaves behind."""
    digest = sha256(PICTURE).hexdigest()
    place = Place(selector="form", snippet="<form>", picture=digest)
    seen = Observation(
        fact=CARD.code,
        url=url,
        value=good,
        places=() if good else (place,),
        found=0 if good else 1,
        evidence=(digest,),
    )
    page = PageRecord(
        url=url, kind=PageKind.HOME, title="cong", status=200, final_url=url, observations=(seen,)
    )
    audit = Audit(
        url=url,
        begun_at=AT,
        ended_at=AT + timedelta(minutes=1),
        tool="thu/1",
        browser="none",
        manner=Manner(),
        pages=(page,),
        evidence=(Evidence(digest=digest, media_type="image/png", title="Ảnh", size=len(PICTURE)),),
    )
    (folder / "evidence").mkdir(parents=True, exist_ok=True)
    (folder / "evidence" / digest).write_bytes(PICTURE)
    (folder / "audit.json").write_bytes(recording.dumps(recording.to_json(audit)))
    return audit


@contextmanager
def fakes(looker=None):
    """Put a fake looker and the one fact in place."""
    with ports.instead(looker=looker or Looker(), facts=lambda: {CARD.code: CARD}):
        yield


@dataclass
class Story:
    """A campaign and its people; every verb a method, so that tests read as what happens."""

    leader: object
    first: object
    second: object
    heads: dict
    code: str
    agencies: tuple[str, ...]
    _minutes: itertools.count = field(default_factory=itertools.count)

    @property
    def at(self) -> datetime:
        return AT + timedelta(minutes=next(self._minutes))

    def open(self):
        actions.open_campaign(code=self.code, by=self.leader, at=self.at)
        return self

    def run(self):
        actions.start_runs(code=self.code, by=self.leader, at=self.at)
        do_runs(at=self.at)
        return self

    def answer(self, agency, by, value="2", *, note=""):
        typed = Typed(value=value, note=note)
        return actions.save_answer(
            code=self.code, agency=agency, criterion="M.2", typed=typed, by=by, at=self.at
        )

    def finish(self, agency, by):
        actions.finish_worksheet(code=self.code, agency=agency, by=by, at=self.at)

    def judge(self, first="2", second="2"):
        for agency in self.agencies:
            for who, value in ((self.first, first), (self.second, second)):
                self.answer(agency, who, value)
                self.finish(agency, who)
        return self

    def declare(self, value="có"):
        for agency in self.agencies:
            actions.declare(
                code=self.code,
                agency=agency,
                criterion="M.3",
                typed=Typed(value=value),
                by=self.heads[agency],
                at=self.at,
            )
        return self

    def close(self):
        actions.close_worksheets(code=self.code, by=self.leader, at=self.at)
        return self

    def compute(self):
        actions.compute(code=self.code, by=self.leader, at=self.at)
        return self

    def ask(self):
        until = AT + timedelta(days=6)
        actions.ask_for_reply(code=self.code, until=until, by=self.leader, at=self.at)
        return self

    def hear(self):
        for agency in self.agencies:
            actions.finish_replies(code=self.code, agency=agency, by=self.heads[agency], at=self.at)
        actions.close_replies(code=self.code, by=self.leader, at=self.at)
        return self

    def settled(self):
        """Bring it as far as can be before agencies are asked."""
        return self.open().run().judge().declare().close().compute()

    def publish(self):
        return actions.publish(code=self.code, by=self.leader, at=self.at)

    def published(self):
        self.settled().ask().hear()
        self.publish()
        return self


def wanted(**but) -> CampaignWanted:
    told = {
        "title": Sentence("Đợt thử", "A trial"),
        "kind": CampaignKind.PERIODIC,
        "lead": Lead.AUTHORITY,
        "criteria_set": SET,
        "first_day": date(2026, 4, 5),
        "last_day": date(2026, 6, 30),
    }
    return CampaignWanted(**(told | but))


def story(agencies=AGENCIES, *, assigned=True, **but) -> Story:
    """Prepare a campaign of portals with their heads, led by an evaluator, judged by two."""
    leader = people.officer(Role.EVALUATOR, "G06")
    first, second = (people.officer(Role.EVALUATOR, "G07") for _ in range(2))
    heads = {code: people.officer(Role.EXECUTIVE, code) for code in agencies}
    made = actions.create_campaign(wanted=wanted(**but), by=leader, at=AT)
    subjects = [
        SubjectWanted(
            agency=code,
            address=f"https://{code.lower()}.example",
            league=League.PROVINCES if "." in code else None,
        )
        for code in agencies
    ]
    actions.add_subjects(code=made.code, wanted=subjects, by=leader, at=AT)
    found = Story(leader, first, second, heads, made.code, tuple(agencies))
    if assigned:
        for agency in agencies:
            for seat, who in ((Seat.FIRST, first), (Seat.SECOND, second)):
                seat_at(found, agency, seat, who=who)
    return found


def seat_at(told: Story, agency: str, seat: Seat, *, who) -> None:
    actions.assign(
        code=told.code, agency=agency, seat=seat, evaluator=who.key, by=told.leader, at=AT
    )


def do_runs(*, at: datetime) -> int:
    """Do the runs that were asked for, as a worker would."""
    jobs = list(Job.objects.filter(name="evaluation.run", state="waiting").order_by("pk"))
    for job in jobs:
        tasks.run(job.payload, at)
        Job.objects.filter(pk=job.pk).update(state="done", done_at=at)
    return len(jobs)
