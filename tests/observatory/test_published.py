"""What others published, as they printed it."""

import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from motcua.kernel.words import Sentence
from motcua.measurement import queries
from motcua.measurement.values.cards import League
from motcua.measurement.values.published import PublishedFigure, PublishedTable, Told
from motcua.observatory.views.published import groups, shown

pytestmark = pytest.mark.django_db


def table_of(page, code):
    heading = page.find(id=code)
    rows = heading.find_parent("section").find("tbody").find_all("tr")
    return [
        [re.sub(r"\s+", " ", cell.get_text(" ", strip=True)) for cell in row.find_all(["th", "td"])]
        for row in rows
    ]


def test_the_league_tables_of_2022_stand_as_printed(client):
    page = BeautifulSoup(client.get("/do-luong/da-cong-bo/2022-05/").content, "html.parser")
    ministries = table_of(page, "visits-ministries")
    assert ministries[0][:2] == ["Bộ Y tế Cao nhất", "10.688.901"]
    assert ministries[-1][0] == "Bộ Lao động–Thương binh và Xã hội Thấp nhất"
    assert [row[0].split(" Cao")[0] for row in table_of(page, "visits-provinces")][:2] == [
        "Thừa Thiên Huế",
        "Bắc Giang",
    ]


@pytest.mark.parametrize("code", ["2022-05", "2023-03", "2024-03", "2024-07"])
def test_every_printed_figure_is_on_its_page(client, code):
    words = BeautifulSoup(
        client.get(f"/do-luong/da-cong-bo/{code}/").content, "html.parser"
    ).get_text(" ", strip=True)
    missing = [
        one.printed
        for table in queries.published(code).tables
        for one in table.figures
        if one.printed not in words
    ]
    assert missing == []


def test_all_are_listed_the_latest_first(client):
    page = BeautifulSoup(client.get("/do-luong/da-cong-bo/").content, "html.parser")
    links = [one["href"] for one in page.select("main .card a")]
    assert links == [f"/do-luong/da-cong-bo/{c}/" for c in reversed(queries.published_codes())]


@pytest.mark.parametrize("code", ["2021-01", "..", "a" * 300, "%00"])
def test_what_nobody_published_is_not_found(client, code):
    assert client.get(f"/do-luong/da-cong-bo/{code}/").status_code == 404


def figure(value, unit="visits", place=None):
    name = Sentence("Tỉnh A", "Province A")
    return PublishedFigure(name, str(value), unit, value=Decimal(value), place=place)


def table(*figures, league=League.PROVINCES):
    return PublishedTable("t", "g", Sentence("Bảng", "Table"), league, figures)


def test_bars_compare_with_the_largest_and_shares_with_the_whole():
    assert [one.width for one in shown(table(figure(200), figure(50))).lines] == [100, 25]
    shares = shown(table(figure(40, "percent"), figure(10, "percent")))
    assert [one.width for one in shares.lines] == [40, 10]


def test_what_cannot_be_compared_has_no_bars():
    mixed = shown(table(figure(200), figure(3, "percent")))
    assert not mixed.drawn
    assert [one.width for one in mixed.lines] == [None, None]
    assert not shown(table(figure(1), figure(2), league=None)).drawn


def test_a_rank_is_given_only_where_it_was_printed():
    lines = shown(table(figure(9, place=Told.HIGHEST), figure(5))).lines
    assert [str(one.place or "") for one in lines] == ["Cao nhất", ""]


def test_tables_of_both_leagues_stand_together():
    found = groups(queries.published("2022-05"))
    assert [[one.code for one in together] for together in found][:2] == [
        ["visits-ministries", "visits-provinces"],
        ["online-ministries", "online-provinces"],
    ]
