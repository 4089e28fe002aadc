"""Guides: told in plain words, kept with their dates, no part of what is frozen."""

from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.urls import reverse
from tests.factories.dossiers import BIRTH, MORNING, services

from motcua.cli.library import command
from motcua.identity.values import SYSTEM
from motcua.journal.queries import history
from motcua.kernel.definitions import DefinitionRefused
from motcua.procedures import queries
from motcua.procedures.actions import load_library_catalogue, publish_guides
from motcua.procedures.models.guides import PublishedGuide
from motcua.procedures.rules.guides import read_guide

TODAY = MORNING.date()
TEXT = """
summary: {vi: Khai sinh cho con., en: Register your child.}
steps:
  - {title: Mở tờ khai, text: Bạn bấm Nộp hồ sơ.}
"""
MORE = """
easy_read: [Con bạn mới sinh., Bạn khai sinh cho con.]
questions:
  - {question: Mất bao lâu?, answer: Trong ngày.}
media:
  - {kind: image, address: /static/guide/khai-sinh.png, text: Nút Nộp hồ sơ ở đầu trang.}
  - {kind: video, address: "https://example.vn/khai-sinh", text: Một người mẹ điền tờ khai.}
"""


@pytest.fixture
def library(tmp_path, db):
    folder = tmp_path / "procedures" / BIRTH / "v1"
    folder.mkdir(parents=True)
    services()
    return tmp_path


def write(library: Path, text: str) -> None:
    (library / "procedures" / BIRTH / "v1" / "guide.yaml").write_text(text, encoding="utf-8")


def publish(library, *, days=0):
    return publish_guides(library=library, at=MORNING + timedelta(days=days))


def test_what_changed_is_kept_beside_what_was_said_before(library):
    before = queries.service(BIRTH, TODAY).digest
    write(library, TEXT)
    assert publish(library) == (BIRTH,)
    assert publish(library, days=1) == ()
    write(library, TEXT + MORE)
    assert publish(library, days=2) == (BIRTH,)

    assert PublishedGuide.objects.count() == 2
    guide = queries.guide(BIRTH, 1)
    assert guide.published_at == MORNING + timedelta(days=2)
    assert guide.easy_read[0].vi == "Con bạn mới sinh."
    assert queries.service(BIRTH, TODAY).digest == before
    kinds = [entry.kind for entry in history(f"procedure:{BIRTH}")]
    assert kinds.count("procedure.guide_published") == 2


@pytest.mark.shows("P1")
def test_a_report_names_what_each_guide_lacks(library):
    write(library, TEXT)
    publish(library)
    reports = {one.code: one for one in queries.guides(TODAY)}
    assert reports[BIRTH].missing == ("easy_read", "questions", "image", "video")
    assert reports["2.000635"].parts == dict.fromkeys(reports[BIRTH].parts, False)

    write(library, TEXT + MORE)
    publish(library, days=1)
    report = {one.code: one for one in queries.guides(TODAY)}[BIRTH]
    assert report.is_complete
    assert [one.is_ours for one in report.guide.media] == [True, False]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("summary: Khai sinh.\nsteps: []\n", 2),
        (TEXT + "media:\n  - {kind: image, address: /static/a.png}\n", 6),
        (TEXT + "media:\n  - {kind: image, address: 'javascript:alert(1)', text: Hình.}\n", 6),
        (TEXT + "media:\n  - {kind: image, address: //evil.example/a.png, text: Hình.}\n", 6),
        (TEXT + "easy_reed: [Một câu.]\n", 5),
    ],
)
def test_a_wrong_guide_is_refused_with_its_line(text, line):
    with pytest.raises(DefinitionRefused, match=rf"guide\.yaml:{line}: "):
        read_guide(text, name="guide.yaml", code=BIRTH, version=1)


def test_a_wrong_guide_publishes_none(library):
    write(library, "summary: Khai sinh.\n")
    with pytest.raises(DefinitionRefused):
        publish(library)
    assert queries.guide(BIRTH, 1) is None


def test_the_command_counts_what_is_complete(library):
    write(library, TEXT + MORE)
    publish(library)
    told = CliRunner().invoke(command, ["guides"]).output
    assert f"{BIRTH}  ✓ text  ✓ easy_read" in told
    assert told.endswith("1 of 3 complete\n")


@pytest.mark.shows("P1")
def test_the_page_of_a_procedure_shows_it(library, client):
    load_library_catalogue(by=SYSTEM.actor, at=MORNING)
    write(library, TEXT + MORE)
    publish(library)
    page = client.get(reverse("portal:procedure", args=[BIRTH])).content.decode()
    assert "Bạn bấm Nộp hồ sơ." in page
    assert 'alt="Nút Nộp hồ sơ ở đầu trang."' in page
    assert '<a href="https://example.vn/khai-sinh">' in page
    assert "Mất bao lâu?" in page
    assert (
        client.get(reverse("portal:procedure", args=["2.000635"]))
        .content.decode()
        .count("huong-dan")
        == 0
    )
