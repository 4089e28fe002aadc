"""Nobody is in the store: every door is used by known people, then every byte is searched."""

import gzip
import json
import random
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

import pyarrow.parquet as pq
import pytest
from tests.factories import dossiers as given
from tests.measurement.some_facts import dossier, page
from tests.measurement.wire.asked import CHROME

from motcua.dossiers import actions as casework
from motcua.journal.models import Entry
from motcua.journal.ports import listeners
from motcua.journal.queries.entries import as_value
from motcua.measurement import actions, subscribers
from motcua.measurement.actions import collecting, importing
from motcua.measurement.models import snapshot
from motcua.measurement.rules.wire import Heard, signing
from motcua.measurement.values.sites import Site
from motcua.workflow.values import Move

pytest_plugins = ["tests.casework"]

AT = datetime(2026, 3, 17, 3, tzinfo=UTC)
SITE = Site(7, "Hà Nội", "H26", ("dichvucong.hanoi.gov.vn",), secret="bí-mật-của-cổng")


@dataclass(frozen=True)
class Person:
    """Somebody, and how they may be written."""

    identity: str
    phone: str
    email: str
    ip: str

    @property
    def spellings(self):
        grouped = " ".join(self.identity[i : i + 3] for i in range(0, 12, 3))
        return (self.identity, grouped, self.phone, f"+84{self.phone[1:]}", self.email, self.ip)


@pytest.fixture
def people():
    drawn = random.Random(4)
    return [
        Person(
            identity=f"0{drawn.randrange(10**10, 10**11)}",
            phone=f"09{drawn.randrange(10**7, 10**8)}",
            email=f"nguoi.dan{drawn.randrange(10**6)}@thu.example.vn",
            ip=".".join(str(drawn.randrange(20, 250)) for _ in range(4)),
        )
        for _ in range(12)
    ]


@pytest.fixture
def home(settings, tmp_path):
    settings.MEASUREMENT = tmp_path / "measurement"
    settings.LAKE = str(settings.MEASUREMENT / "lake")
    snapshot.write(settings.MEASUREMENT, {7: SITE})
    return settings.MEASUREMENT


def test_nobody_is_found_in_any_byte(home, people, own_portal):
    own = own_portal
    taken, refused = _collector(home, people)
    imported = _log(home, people)
    collecting._spool(home).close()
    collecting._spool.cache_clear()
    _search(home, people, own)
    done = actions.compact(at=AT)
    texts = _search(home, people, own)

    assert min(taken, refused, imported) >= len(people)
    assert done.facts >= taken
    assert any("(identity_number)" in text for text in texts)
    assert any("refused-" in text for text in texts)


def test_what_is_kept_of_somebody_is_found(home, people):
    """The search is worth nothing if it overlooks what is there."""
    leaks = (
        page(1, detail=f"cccd{people[0].identity}"),
        page(2, page=f"/tra-cuu/{people[1].phone}/"),
        dossier(3, dossier=int(people[2].identity)),
    )
    for leak, person in zip(leaks, people, strict=False):
        _search(home, people, [])
        actions.collect([leak])
        collecting._spool(home).close()
        collecting._spool.cache_clear()
        with pytest.raises(AssertionError, match=r"-000001\.tsv"):
            _search(home, people, [])
        actions.compact(at=AT)
        with pytest.raises(AssertionError, match=r"\.parquet") as found:
            _search(home, people, [])
        assert person.identity.lstrip("0") in str(found.value) or person.phone in str(found.value)
        shutil.rmtree(home / "lake")


def test_a_name_that_is_kept_in_an_example_is_found(home):
    told = {"example": "họ tên: Nguyễn Thị Hậu"}
    home.joinpath("refused-2026-03-17-00000000000a.jsonl").write_text(f"{json.dumps(told)}\n")
    with pytest.raises(AssertionError, match="refused-"):
        _search(home, [], ["Nguyễn Thị Hậu"])


@pytest.fixture
def officers(reception, clerk, leader):
    return reception, clerk, leader


@pytest.fixture
def own_portal(home, mother, officers):
    """Live through a dossier; give what the journal's people could be known by."""
    reception, clerk, leader = officers
    code = given.submitted(mother)
    steps = (
        (Move.ACCEPT, reception), (None, clerk), (Move.PROPOSE, clerk), (Move.RESOLVE, leader),
        (Move.RETURN_RESULT, reception),
    )  # fmt: skip
    for hours, (move, by) in enumerate(steps, start=1):
        at = given.later(hours=hours)
        if move is None:
            casework.draft_result(code=code, by=by, at=at)
        else:
            casework.perform(code=code, move=move, by=by, at=at)
    for row in Entry.objects.order_by("pk"):
        for name in (subscribers.DOSSIERS, subscribers.PEOPLE):
            if row.kind in listeners[name].kinds:
                listeners[name].hear(as_value(row))
    answers = given.birth_answers()
    names = ("applicant.citizen_id", "applicant.phone", "applicant.email", "father.citizen_id")
    return [str(answers[name]) for name in names if name in answers] + [code, "Nguyễn Thị Hậu"]


def _collector(home, people):
    intake, taken, refused = actions.Intake(home), 0, 0
    for number, person in enumerate(people):
        heard = Heard(AT, person.ip, CHROME, "vi-VN")
        words = person.spellings[number % 6]
        asked = [
            intake.page(urlencode(_page(url=_url(person, words))), heard),
            intake.page(urlencode(_page(search=words, search_count=3)), heard),
            intake.page(urlencode(_page(e_c="form", e_a=words, e_n=person.phone)), heard),
            intake.page(
                urlencode(_page(uid=person.identity, cid=person.identity, _id=words)), heard
            ),
            intake.national(json.dumps(_national(person, number)).encode(), heard),
            intake.national(json.dumps(_national(person, number, MaHoSo=words)).encode(), heard),
            _signed(intake, heard, key=f"khoa-{words}", dossier=f"H26.01-260316-{number:04}"),
            _signed(intake, heard, key=f"khoa-so-{number}", dossier=person.identity),
        ]
        bulk = {"requests": [f"?{urlencode(_page(url=_url(person, words), action_name=words))}"]}
        asked.append(intake.pages(json.dumps(bulk).encode(), heard))
        taken += sum(one.accepted for one in asked)
        refused += sum(len(one.refused) for one in asked)
    intake.close()
    return taken, refused


def _url(person, words):
    query = urlencode({"cccd": person.identity, "sdt": person.phone, "email": person.email})
    return f"https://dichvucong.hanoi.gov.vn/tra-cuu/{quote(words)}/?{query}#{person.phone}"


def _page(**more):
    return {
        "idsite": 7, "rec": 1, "url": "https://dichvucong.hanoi.gov.vn/thu-tuc/1.001193/",
        "rand": random.Random(str(more)).random(), **more,
    }  # fmt: skip


def _national(person, number, **more):
    user = {"ID_local": person.identity, "ID_QG": person.identity, "TYPE": "2", "LOCATION": "01"}
    return {
        "MaHoSo": f"H26.01-260316-{number:04}", "SiteId": 7, "CodeTTHC": "1.001193",
        "NameTTHC": f"Khai sinh {person.phone}", "Status": 1, "FormsReception": 1, "Level": 4,
        "Data": person.email, "User": json.dumps(user), **more,
    }  # fmt: skip


def _signed(intake, heard, **more):
    event = {
        "procedure": "1.001193", "at": "2026-03-17T09:00:00+07:00", "status": "received",
        "channel": "self_service", **more,
    }  # fmt: skip
    body, stamp = json.dumps(event).encode(), int(heard.at.timestamp())
    headers = {
        "Motcua-Site": "7",
        "Motcua-Timestamp": str(stamp),
        "Motcua-Signature": signing.sign(SITE.secret, stamp, body),
    }
    return intake.dossiers(body, headers, heard)


def _log(home, people):
    lines = [
        f'{person.ip} - {person.email} [16/Mar/2026:09:30:05 +0700] "GET {target} HTTP/1.1" 200 5 '
        f'"https://x.vn/?so={person.phone}" "Mozilla/5.0 (X11; Linux) Firefox/140 {words[:12]}"\n'
        for number, person in enumerate(people)
        for words in (quote(person.spellings[number % 6]),)
        for target in (f"/tra-cuu/{words}/?cccd={person.identity}", f"/so/{person.phone} hỏng")
    ]
    garbage = [f"{person.ip} {person.identity} {person.email} rác\n" for person in people]
    log = home.parent / "access.log.gz"
    log.write_bytes(gzip.compress("".join(lines + garbage).encode()))
    wanted = importing.Wanted([log], {"": SITE})
    return importing.import_logs(wanted=wanted, at=AT + timedelta(days=1)).accepted


def _search(home, people, own):
    """Search every file as it lies there, and Parquet decoded; give the texts."""
    needles = [*own, *(one for person in people for one in person.spellings)]
    needles += [person.identity.lstrip("0") for person in people]  # as in a column of numbers
    texts = []
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        texts.append(f"{path.relative_to(home)}\n{path.read_bytes().decode('latin-1')}")
        texts[-1] += path.read_bytes().decode("utf-8", "ignore")
        if path.suffix in {".json", ".jsonl"}:  # letters may be written as codes
            texts[-1] += path.read_text().encode().decode("raw_unicode_escape")
        if path.suffix == ".parquet":
            rows = pq.read_table(path, partitioning=None).to_pylist()
            texts.append(f"{path.name}\n" + "\n".join(map(str, rows)))
    for text in texts:
        assert [needle for needle in needles if needle in text] == [], text.partition("\n")[0]
    return texts
