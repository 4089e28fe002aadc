"""What the story of a campaign needs: a small set of criteria, people with names, ten agencies."""

import re
import threading
from contextlib import contextmanager
from datetime import timedelta

from tests.browser import carry_session
from tests.factories import people
from tests.journeys.hands import Hands

from motcua.agencies.models import Agency
from motcua.agencies.values import AgencyKind
from motcua.identity import queries as identity
from motcua.identity.models import Account
from motcua.identity.values import Role
from motcua.journal import ports
from motcua.journal.tasks import Worker
from motcua.web import clock

CRITERIA = """
code: song-mau
version: "1"
title: {vi: "Bộ tiêu chí Sông Mẫu", en: "The Sông Mẫu set"}
source: {vi: "Chỉ để kể một câu chuyện", en: "For a story only"}
official: false
valid_from: 2026-01-01
total: 10
groups:
  - {code: R, points: 4, text: {vi: "Riêng tư", en: "Privacy"}}
  - {code: A, points: 4, text: {vi: "An toàn", en: "Safety"}}
  - {code: N, points: 2, text: {vi: "Người chấm", en: "By people"}}
bands:
  - {code: A, least: 0.9, text: {vi: "Loại A", en: "Grade A"}}
  - {code: B, least: 0.7, text: {vi: "Loại B", en: "Grade B"}}
  - {code: C, least: 0, text: {vi: "Loại C", en: "Grade C"}}
criteria:
  - code: R.1
    group: R
    text: {vi: "Không theo dõi người dân", en: "Does not follow people about"}
    points: 2
    method: automatic
    measure:
      facts: [privacy.trackers, privacy.cookies_before, privacy.storage_before]
      how: share_good
    scale: {kind: ratio, target: 1}
    evidence: {vi: "Điều máy thấy", en: "What the machine saw"}
  - code: R.2
    group: R
    text: {vi: "Có trang bảo vệ dữ liệu cá nhân", en: "Has a privacy notice"}
    points: 2
    method: automatic
    measure: {facts: [privacy.notice], how: any}
    scale: {kind: binary}
    evidence: {vi: "Địa chỉ trang", en: "Its address"}
  - code: A.1
    group: A
    text: {vi: "Trang không bị nhúng vào trang lạ", en: "Cannot be framed by strangers"}
    points: 2
    method: automatic
    measure: {facts: [security.framing], how: share_good}
    scale: {kind: ratio, target: 1}
    evidence: {vi: "Điều máy thấy", en: "What the machine saw"}
  - code: A.2
    group: A
    text: {vi: "Có nơi báo lỗ hổng", en: "Says where to report weaknesses"}
    points: 2
    method: automatic
    measure: {facts: [security.security_txt], how: any}
    scale: {kind: binary}
    evidence: {vi: "Điều máy thấy", en: "What the machine saw"}
  - code: N.1
    group: N
    text: {vi: "Lời trên cổng dễ hiểu với người dân", en: "People understand the words"}
    points: 2
    method: manual
    scale:
      kind: graded
      steps:
        - {least: 1, share: 0.5, title: {vi: "tạm được", en: "fair"}}
        - {least: 2, share: 1, title: {vi: "dễ hiểu", en: "clear"}}
    evidence: {vi: "Ảnh chụp trang", en: "A picture of the page"}
    guidance:
      vi: "Đọc trang chủ và một thủ tục như một người lần đầu vào cổng."
      en: "Read the home page and a procedure as somebody who came for the first time."
"""


class Walker(Hands):
    """Hands that look at each kind of page once, whichever portal it is about."""

    def __init__(self, page, url, *, judge=None) -> None:
        super().__init__(page, url, judge=judge)
        self.kinds: set[str] = set()

    def arrive(self) -> None:
        """Look at a page of a kind that was not seen before."""
        self.page.wait_for_load_state()
        kind = re.sub(r"/[GH]\d\d(?=/)", "/…", self.page.url.partition("?")[0])
        kind += "!" if self.page.locator("[data-error-summary]").count() else ""
        if kind not in self.kinds:
            self.kinds.add(kind)
            super().arrive()


def library(folder):
    """Write a library that holds the one set; give where it is."""
    place = folder / "criteria" / "song-mau"
    place.mkdir(parents=True)
    (place / "1.yaml").write_text(CRITERIA, encoding="utf-8")
    return folder


def agencies(members) -> dict:
    """Make an agency for each portal; give the codes by the portals' names."""
    found = {}
    for number, one in enumerate(members, start=41):
        ministry = one.league == "ministries"
        code = f"{'G' if ministry else 'H'}{number}"
        kind = AgencyKind.MINISTRY if ministry else AgencyKind.PROVINCE
        people.agency(code)
        Agency.objects.filter(code=code).update(
            kind=kind.value, name=one.title, short_name=one.title
        )
        found[one.name] = code
    people.tell_of_agencies()
    return found


def somebody(name, role, agency):
    """Open an account of somebody with a name."""
    viewer = people.officer(role, agency)
    Account.objects.filter(key=viewer.key).update(full_name=name)
    return identity.viewer_of(viewer.key, at=people.AT, second_factor=True)


def seated(page, url, viewer) -> Walker:
    """Seat somebody at the desk."""
    carry_session(page, people.logged_in(viewer), url)
    return Walker(page, url)


def citizen_at(page_at, url) -> Walker:
    """Give a telephone without scripts to somebody who is nobody here."""
    return Walker(page_at(360, javascript=False), url, judge=page_at(360))


@contextmanager
def worker(monkeypatch):
    """Let a worker work beside the pages, on runs and nothing that comes again and again."""
    monkeypatch.setattr(ports, "periodics", {})
    one = Worker(name="journey", process=0, now=clock.now, lease=timedelta(minutes=5))
    failed = []

    def work():
        try:
            one.run()
        except Exception as error:  # noqa: BLE001 -- told to the test below
            failed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        one.stop()
        thread.join()
    assert failed == []


EVALUATOR, HEAD = Role.EVALUATOR, Role.EXECUTIVE
