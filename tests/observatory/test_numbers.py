"""Numbers that would mislead are not said; what was asked is what comes."""

import csv
import io
from datetime import UTC, datetime

import pytest
from tests.observatory import nation

from motcua.measurement import actions, queries
from motcua.measurement.rules.confidence import interval
from motcua.measurement.values import Channel, Period, Way
from motcua.measurement.values.quality import ChannelCount
from motcua.measurement.values.reading import Figure, Figures
from motcua.observatory import asking, kept
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import heads, quality
from motcua.observatory.reporting import sections
from motcua.observatory.reporting import targets as of_targets
from motcua.web import clock

MARCH = Period.parse("2026-03")
HERE = Here("/do-luong/", MARCH)


def read(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


class Forgetful(dict):
    """Forgets at once, as when another thread empties it just then."""

    def __setitem__(self, key, value):
        """Keep nothing."""


def test_an_answer_is_given_though_another_thread_forgot_it(counted, monkeypatch):
    monkeypatch.setattr(kept.shelf, "answers", Forgetful())
    assert kept.recall(str, "a") == "a"


def test_no_more_lines_are_kept_than_there_is_room_for(counted, monkeypatch):
    def rows(number):
        figure = Figure("x", 1, 2, 0.5)
        card = queries.card("use2")
        return Figures(card, MARCH, Way.TRUE, figure, (figure,) * number, None)

    monkeypatch.setattr(kept, "MOST_LINES", 100)
    for number in range(40, 60):
        kept.recall(rows, number)
        assert sum(len(one.rows) for one in kept.shelf.answers.values()) <= 100
    assert kept.recall(rows, 59) is kept.recall(rows, 59)


def test_answers_of_before_go_once_something_new_was_counted(counted, monkeypatch):
    kept.recall(str, "a")
    monkeypatch.setattr(kept.queries, "counted_at", lambda: nation.NOW.replace(day=16))
    kept.recall(str, "b")
    assert list(kept.shelf.answers.values()) == ["b"]


@pytest.mark.parametrize("code", ["heard", "declared", "hours", "causes"])
def test_what_is_counted_for_other_pages_is_no_indicator(seen, code):
    for path in (f"chi-so/{code}/", f"xep-hang/{code}/", f"ban-do/{code}/", f"bang/{code}.csv"):
        assert "Không có chỉ số nào" in seen(path, status=404).content.decode()


def test_a_count_is_not_set_against_a_period_of_other_length():
    card, whole, so_far = queries.card("vis"), Figure("", 90, None, 90), None
    so_far = Figure("", 40, None, 40, partial=True)
    assert heads._change(card, so_far, whole) == ""
    assert heads._change(card, whole, so_far) == ""
    assert heads._change(card, whole, Figure("", 80, None, 80)) == "+10"
    share = queries.card("use2")
    assert heads._change(share, Figure("", 2, 4, 0.5, partial=True), Figure("", 1, 4, 0.25))


def test_a_file_of_one_procedure_holds_no_other(seen):
    of_month = "bang/use2.csv?ky=2026-03&theo=thang&trong=H26&thu-tuc="
    assert not [row for row in read(seen(of_month + "9.999999")) if row["denominator"]]
    march = [row for row in read(seen(of_month + nation.BIRTH)) if row["key"] == "2026-03"]
    assert {row["denominator"] for row in march} == {"100"}


@pytest.mark.parametrize(
    "asked",
    ["use2.csv?theo=xep-hang&", "tong-quan.csv?", "chi-so-766.csv?", "doi-chieu.csv?"],
)
def test_what_is_not_counted_by_procedure_says_so(seen, asked):
    path = f"bang/{asked}thu-tuc={nation.BIRTH}"
    assert "từng thủ tục" in seen(path, status=404).content.decode()


def test_the_file_of_index_766_is_counted_the_way_that_was_asked(seen):
    def online(way):
        rows = read(seen(f"bang/chi-so-766.csv?ky=2026-03&trong=H38&cach={way}"))
        return next(row["numerator"] for row in rows if row["part"] == "ONLINE_DOSSIERS")

    assert (online("thuc-te"), online("bao-len")) == ("20", "90")


def test_a_report_on_a_year_before_index_766_goes_without_it(counted, db):
    assert sections._index("", Here("/", Period.year(2021))) is None


def test_targets_over_a_mixed_lake_are_said_to_be_partly_simulated(
    counted, db, settings, monkeypatch
):
    nation.leagues()
    settings.DEMONSTRATION = False
    printed = {}

    class Press:
        def print(self, layout, told):
            printed.update(told)
            return b""

    monkeypatch.setattr(of_targets.ports, "press", Press)
    monkeypatch.setattr(of_targets.queries, "provenance", lambda: "mixed")
    of_targets.targets_report("H26", 2026, at=nation.NOW)
    assert printed["simulated"]


def test_a_daily_data_set_of_a_day_holds_no_day_before(settings, tmp_path):
    settings.MEASUREMENT, settings.LAKE = tmp_path, str(tmp_path / "lake")
    told = {"agency": "H26.00070", "cause": "portal", "told_by": "telemetry", "failures": 3}
    days = [told | {"day": nation.MONTHS[2].replace(day=day)} for day in (5, 20)]
    actions.put_rollup("failures_daily", nation.rollup("failures_daily", days), at=nation.NOW)
    file = tmp_path / "dump.csv"
    queries.dump("nguyen-nhan", period=Period.parse("2026-03-20"), kind="csv", file=file)
    assert [row["day"] for row in csv.DictReader(file.open())] == ["2026-03-20"]


def test_a_page_of_last_month_is_another_when_the_month_has_ended(seen, monkeypatch):
    first = seen("")
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 5, 2, 3, tzinfo=UTC))
    again = seen("", **{"If-None-Match": first["ETag"]})
    assert asking.last_month().code == "2026-04"
    assert again["ETag"] != first["ETag"]


def test_nobody_is_said_to_have_typed_what_nobody_knows():
    def said(unknown, counter):
        number = {Channel.SELF: 20, Channel.COUNTER: counter, Channel.UNKNOWN: unknown}
        found = (ChannelCount(one, number.get(one, 0), number.get(one, 0) / 100) for one in Channel)
        return quality.channels(tuple(found), HERE, within="")["said"]

    assert "80,0 % không rõ ai nhập" in said(80, 0)
    assert "không rõ" not in said(0, 80)


def test_an_interval_promises_nothing_of_who_did_not_answer():
    drawn = quality.satisfaction(interval(satisfied=45, rated=50, asked=0), HERE, within="")
    assert "người không trả lời có thể nghĩ khác" in drawn["said"]
    assert drawn["said"].endswith("Trả lời: –.")
    assert ["Được hỏi", "–"] in drawn["rows"]
