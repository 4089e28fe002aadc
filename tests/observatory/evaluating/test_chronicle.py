"""What happened in a campaign is told to whoever leads it, but not what was answered."""

import pytest
from tests.factories import campaigns

from motcua.evaluation import events
from motcua.evaluation.models import Subject
from motcua.evaluation.queries import chronicle as queries
from motcua.journal.events import Event
from motcua.observatory.evaluating.chronicle import TOLD

pytestmark = pytest.mark.django_db


def titles(main):
    return [one.get_text(strip=True) for one in main.select(".timeline__title")]


def text(main):
    return " ".join(main.get_text(" ", strip=True).split())


def name_of(agency):
    return Subject.objects.get(agency_code=agency).agency_name


@pytest.fixture
def told(story):
    """A campaign of three portals that was judged, and its results computed."""
    return story.open().run().judge("2", "1").declare().close().compute()


def test_every_kind_of_event_has_its_words():
    kinds = {
        one.kind for one in Event.__subclasses__() if one.__module__.startswith(events.__name__)
    }
    assert kinds == set(TOLD)


def test_who_leads_reads_who_did_what_the_newest_first(told, desk):
    main = desk(told.leader).opens("nhat-ky/")
    found = titles(main)
    assert found[0] == "Tính kết quả"
    assert found.index("Hoàn thành phiếu") < found.index("Yêu cầu máy kiểm tra")
    assert told.first.name in text(main)
    answered = {
        text(one).partition(f"{told.first.name} ")[2]
        for one in main.select(".timeline__entry")
        if "Trả lời trong phiếu" in one.get_text()
    }
    assert f"{name_of('H26')} · Người đánh giá thứ nhất · mục M.2" in answered
    assert len(answered) == 3 * 2


def test_nobody_else_reads_it(told, desk):
    for who in (told.first, told.heads["H26"]):
        assert queries.chronicle(viewer=who, code=told.code) is None
    desk(told.first).opens("nhat-ky/", status=404)


def test_one_portal_is_read_by_itself(told, desk):
    lead = desk(told.leader)
    main = lead.opens("nhat-ky/?cong=H26")
    assert titles(main)
    assert {"Tạo đợt đánh giá", "Tính kết quả"}.isdisjoint(titles(main))
    assert queries.chronicle(viewer=told.leader, code=told.code, agency="H26").entries == tuple(
        one
        for one in queries.chronicle(viewer=told.leader, code=told.code).entries
        if one.subject.endswith("/H26")
    )


def test_what_is_older_is_one_link_away_and_nothing_is_told_twice(told, desk, monkeypatch):
    whole = titles(desk(told.leader).opens("nhat-ky/"))
    monkeypatch.setattr(queries, "PAGE", 4)
    path, found = "nhat-ky/", []
    while path:
        main = desk(told.leader).opens(path)
        assert len(titles(main)) <= 4
        found += titles(main)
        older = main.select_one("a[rel=next]")
        path = f"nhat-ky/{older['href']}" if older else ""
    assert found == whole


@pytest.mark.parametrize("query", ["cong=H99", "truoc=hai", "truoc=-1", "truoc=9" * 20])
def test_what_is_not_there_is_not_found(told, desk, query):
    desk(told.leader).opens(f"nhat-ky/?{query}", status=404)


def test_a_portal_that_left_keeps_its_lines(story, desk):
    lead = desk(story.leader)
    lead.sends("cong/H30/bo/")
    assert titles(lead.opens("nhat-ky/?cong=H30"))[0] == "Bỏ cổng khỏi đợt"


@pytest.mark.parametrize("agencies", [("G01",), ("G01", "H26", "H30")])
def test_it_asks_the_same_however_much_happened(db, judged_by, agencies, django_assert_num_queries):
    told = campaigns.story(agencies).open().run().judge("2", "1")
    with django_assert_num_queries(4):
        queries.chronicle(viewer=told.leader, code=told.code)
