"""`motcua audit`: one portal from its address to its reports, and everything that is refused."""

import json
import os
import socket
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.evaluation.judged import a_set, automatic, card, saw
from tests.evaluation.probes.auditing.small import small

from motcua.cli import main
from motcua.cli.audit.asked import Asked, asked
from motcua.cli.audit.judging import Judge
from motcua.cli.audit.news import line
from motcua.cli.audit.outcome import passes, reached
from motcua.evaluation.probes.auditing import News, Told
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.judging.whole import judge
from motcua.evaluation.values.audits import Audit, Manner, PageRecord
from motcua.evaluation.values.facts import Severity
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

ROOT = Path(__file__).parents[2]


@pytest.fixture
def motcua(tmp_path, monkeypatch):
    """Run `motcua audit` in a folder of its own; give its exit code and what it wrote."""
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'src'}{os.pathsep}{ROOT}")
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        done = CliRunner().invoke(main, ["audit", *map(str, arguments)])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def nobody():
    """The address of a portal that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        free = door.getsockname()[1]
    return f"http://127.0.0.1:{free}/"


FAST = ("--pages", 2, "--pace", 0, "--areas", "emc,lookup")


@pytest.mark.once
def test_from_an_address_to_reports(motcua, tmp_path):
    with small() as url:
        code, said = motcua(url, *FAST, "--format", "json,csv,earl,sarif")
        assert code == 0, said
        assert "Đã xem 2 trang." in said
        assert "chưa đủ để xếp loại" in said
        (folder,) = (tmp_path / "motcua-audit").glob("127.0.0.1*")
        assert {one.name for one in folder.glob("report.*")} == {
            *("report.json", "report.csv", "report.earl.json", "report.sarif")
        }
        audit = recording.from_json(recording.loads((folder / "audit.json").read_bytes()))
        report = json.loads((folder / "report.json").read_bytes())
        assert report["audit"] == recording.to_json(audit)
        assert not (tmp_path / "motcua-audit/list.json").exists()

        asked_before = url.asked.total()
        again = (url, *FAST, "--resume", "--format", "json")
        assert motcua(*again, "--least", 0)[0] == 0
        assert motcua(*again, "--least", 100)[0] == 1
        assert motcua(*again, "--least-grade", "E")[0] == 0
        assert motcua(*again, "--least-grade", "A")[0] == 1
        assert motcua(*again, "--compare", folder / "audit.json", "--language", "en")[0] == 0
        assert motcua(*again, "--compare", folder / "report.json")[0] == 0
        assert url.asked.total() == asked_before


def test_a_portal_that_cannot_be_seen(motcua, nobody, tmp_path):
    code, said = motcua(nobody, "--format", "json")
    assert (code, "Máy chủ từ chối kết nối." in said) == (3, True)
    (folder,) = (tmp_path / "motcua-audit").glob("127.0.0.1*")
    first = (folder / "audit.json").read_bytes()
    assert motcua(nobody, "--format", "json", "--language", "en")[1].count("refuses") == 2
    assert (folder / "earlier.json").read_bytes() == first


def test_a_portal_without_https_is_named_with_its_scheme(motcua, nobody):
    address = nobody.removeprefix("http://")
    code, said = motcua(address, "--format", "json")
    assert (code, f"hãy ghi rõ http:// ở đầu địa chỉ: {nobody}" in said) == (3, True)
    assert "ghi rõ" not in motcua(nobody, "--format", "json")[1]


def test_without_chromium_it_says_what_to_install(motcua, nobody, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("MOTCUA_CHROMIUM", raising=False)
    code, said = motcua(nobody)
    assert (code, "MOTCUA_CHROMIUM" in said) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "ít nhất một địa chỉ"),
        (("songmau",), "không phải địa chỉ"),
        (("http://a.vn", "--format", "doc"), "Không có “doc”"),
        (("http://a.vn", "--areas", "emc,toc-do"), "Không có “toc-do”"),
        (("http://a.vn", "--set", "qd-474"), "Không có bộ tiêu chí"),
        (("http://a.vn", "--least-grade", "S"), "không có mức “S”"),
        (("http://a.vn", "http://b.vn", "--compare", "lines.txt"), "--compare chỉ dùng"),
        (("http://a.vn", "http://b.vn", "--pages-from", "lines.txt"), "--pages-from chỉ dùng"),
        (("http://a.vn", "--compare", "lines.txt"), "không phải JSON"),
        (("http://a.vn", "--compare", "other.json"), "motcua-audit/1"),
        (("--list", "odd.txt"), "UTF-8"),
        (("http://a.vn", "--pages", "0"), "--pages"),
        (("http://a.vn", "--pace", "-1"), "--pace"),
        (("http://a.vn", "--fail-on", "any"), "--fail-on"),
    ],
)
def test_what_is_not_understood_is_refused_before_anything_is_begun(
    motcua, tmp_path, arguments, words
):
    (tmp_path / "lines.txt").write_text("https://a.vn\n")
    (tmp_path / "other.json").write_text('{"format": "other"}')
    (tmp_path / "odd.txt").write_bytes(b"\xff\xfe\x00")
    code, said = motcua(*arguments)
    assert (code, words in said) == (2, True), said
    assert not (tmp_path / "motcua-audit").exists()


GIVEN = {
    "urls": ("a.vn",),
    "listed": None,
    "pages": None,
    "pages_from": None,
    "out": Path("x"),
    "sets": (),
    "workers": 1,
    "pace": 1.0,
    "areas": "",
    "formats": "html, JSON",
    "compare": None,
    "least": None,
    "least_grade": None,
    "fail_on": None,
    "language": "vi",
    "resume": None,
    "load_token": "",
    "ignore_robots": False,
    "answers": None,
}


def test_lists_of_addresses_and_of_pages(tmp_path):
    portals, pages = tmp_path / "portals.txt", tmp_path / "pages.txt"
    portals.write_text(
        "\ufeff# of the nation\nb.vn # a remark\n\nhttps://a.vn/\n", encoding="utf-8"
    )
    pages.write_text("/thu-tuc\nhttps://c.a.vn/x\n", encoding="utf-8")
    many = asked({**GIVEN, "listed": portals})
    assert many.urls == ("https://a.vn/", "https://b.vn/")
    assert (many.manner.pages, many.formats) == (15, ("html", "json"))
    some = asked({**GIVEN, "pages_from": pages})
    assert some.manner.seeds == ("https://a.vn/thu-tuc", "https://c.a.vn/x")
    assert some.manner.pages == 3


CARD = card("structure.titles")
SET = a_set(automatic("a", CARD.code))
AT = datetime(2026, 11, 22, tzinfo=UTC)
AUDIT = Audit(
    url="https://a.vn/",
    begun_at=AT,
    ended_at=AT,
    tool="",
    browser="",
    manner=Manner(),
    pages=(
        PageRecord(
            url="https://a.vn/",
            kind=PageKind.HOME,
            observations=(saw(CARD.code, False, "https://a.vn/"),),
        ),
    ),
)


@pytest.fixture
def judging(tmp_path):
    """Judge an audit by a set of ours, as if it had been asked for with some formats."""

    def told(formats, *sets):
        judge = Judge(asked({**GIVEN, "formats": formats, "out": tmp_path}))
        judge.sets = list(sets) or [SET]
        judge.wanted.folder(AUDIT.url).mkdir(parents=True, exist_ok=True)
        return judge.told(AUDIT)

    return told


def broken(*_arguments, **_more):
    """Fail as a press without its fonts does."""
    raise RuntimeError("no\nfont")


def test_a_report_that_fails_costs_no_other(judging, monkeypatch):
    monkeypatch.setattr("motcua.observatory.auditing.pdf", broken)
    told = judging("pdf,csv,sarif", a_set(automatic("a", "structure.titles")))
    assert [one.name for one in told.files] == ["audit.json", "report.csv", "report.sarif"]
    assert [one.en for one in told.failures] == [
        "report.pdf could not be written: RuntimeError: no font"
    ]
    assert told.is_reported
    assert not judging("pdf").is_reported


def test_a_set_that_asks_for_the_unknown_keeps_what_was_seen(judging):
    told = judging("csv", a_set(automatic("a", "structure.gone")))
    assert (told.judged, told.is_reported) == (None, False)
    assert "structure.gone" in told.failures[0].vi


@pytest.mark.parametrize(("formats", "code"), [("pdf,csv", 0), ("pdf", 3)])
def test_a_failing_report_is_one_line(motcua, monkeypatch, formats, code):
    monkeypatch.setattr("motcua.observatory.auditing.pdf", broken)
    monkeypatch.setattr("motcua.evaluation.probes.auditing.audit_many", lambda *_, **__: [AUDIT])
    monkeypatch.setattr(Asked, "folder", lambda *_: Path())
    ended, said = motcua("a.vn", "--format", formats)
    assert (ended, said.count("report.pdf"), "Traceback" in said) == (code, 1, False)


def test_a_fault_that_is_severe_enough_fails():
    judged = judge(AUDIT, [SET], facts={CARD.code: CARD})
    wanted = asked(GIVEN)
    assert [one.severity for one in judged.findings] == [Severity.SERIOUS]
    assert passes(judged, wanted)
    failing = {one: passes(judged, replace(wanted, fail_on=one)) for one in Severity}
    assert failing == {
        Severity.CRITICAL: True,
        Severity.SERIOUS: False,
        Severity.MODERATE: False,
        Severity.MINOR: False,
    }


def test_points_that_nobody_could_judge_lower_nothing():
    one = judge(AUDIT, [SET], facts={CARD.code: CARD}).judgements[0]
    half = replace(one.result, total=Fraction(20), most=Fraction(100), judged=Fraction(1, 4))
    assert reached(replace(one, result=half)) == Fraction(4, 5)
    assert reached(replace(one, result=replace(half, judged=Fraction(0)))) == 0


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            Told(portal="p", news=News.SEEN, page=2, of=15, kind=PageKind.LOGIN, url="p/dn"),
            "p · 2/15 · Đăng nhập · p/dn",
        ),
        (Told(portal="p", news=News.DONE, page=15, of=15), "p · 15/15 · xong"),
        (
            Told(portal="p", news=News.LOST, url="pages/003.json", problem=Sentence("Treo.", "x")),
            "p · bị ngắt · pages/003.json: Treo.",
        ),
    ],
)
def test_news_in_one_line(told, said):
    assert line(told, "vi") == said
