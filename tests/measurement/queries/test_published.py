"""Every number of the articles of 2022 to 2024 as printed; nothing mended, nothing added."""

import pytest

from motcua.measurement import queries
from motcua.measurement.values import League
from motcua.measurement.values.published import Told

pytestmark = pytest.mark.once

PRINTED = {
    "2022-05": {
        "visits-ministries": (
            ("Bộ Y tế", "10.688.901", Told.HIGHEST),
            ("Bộ Giáo dục và Đào tạo", "2.572.059", None),
            ("Bộ Thông tin và Truyền thông", "2.224.681", None),
            ("Bộ Kế hoạch và Đầu tư", "783.964", Told.THIRD_LOWEST),
            ("Bộ Tài nguyên và Môi trường", "323.307", None),
            ("Bộ Lao động–Thương binh và Xã hội", "249.666", Told.LOWEST),
        ),
        "visits-provinces": (
            ("Thừa Thiên Huế", "5.367.824", Told.HIGHEST),
            ("Bắc Giang", "4.823.334", None),
            ("Tây Ninh", "152.930", None),
            ("Ninh Thuận", "142.615", Told.LOWEST),
        ),
        "online-ministries": (
            ("Bộ Ngoại giao", "100%", Told.HIGHEST),
            ("Bộ Nội vụ", "98,71%", None),
            ("Bộ Khoa học và Công nghệ", "53,98%", Told.THIRD_LOWEST),
            ("Bộ Văn hóa, Thể thao và Du lịch", "25,68%", None),
            ("Bộ Xây dựng", "13,81%", Told.LOWEST),
        ),
        "online-provinces": (
            ("Hòa Bình", "71,36%", Told.HIGHEST),
            ("Ninh Bình", "59,46%", None),
            ("Nghệ An", "5,62%", None),
            ("Quảng Bình", "2,64%", Told.LOWEST),
        ),
        "nation": ("> 97,3%", "≈ 30%", "≈ 32%"),
        "beside": ("721/1.086 = 66%", "15/3/2024", "cuối năm 2024"),
    },
    "2023-03": {
        "causes": ("36%", "25%", "10%", "5%", "3%", "14%"),
        "evaluated": ("12", "20 + 63 = 83", "11/83", "20", "25"),
    },
    "2024-03": {
        "supply": ("80,44%", "> 47,7%"),
        "use": ("≥ 70%", "95%"),
        "evaluation": ("5/4 – 30/6/2024", "3/4/2024", "6", "100", "A = 90–100 … E < 50"),
        "targets": ("50%", "≥ 90%"),
    },
    "2024-07": {
        "review": ("63/63", "60/63", "39/63", "phần lớn trong 63", "nhiều trong 63", "0/63", "4"),
        "guides": ("62/63 (17 năm 2023)", "32/63 (23 năm 2023)", "63/63", "22/63"),
        "use": ("17%", "7,6%", "2030"),
    },
}


def test_all_of_it_is_kept_and_nothing_more():
    assert queries.published_codes() == tuple(PRINTED)
    for code, tables in PRINTED.items():
        assert [table.code for table in queries.published(code).tables] == list(tables)


@pytest.mark.parametrize("code", PRINTED)
def test_every_number_is_as_it_was_printed(code):
    for table in queries.published(code).tables:
        if table.league:
            told = tuple((one.name.vi, one.printed, one.place) for one in table.figures)
        else:
            told = tuple(one.printed for one in table.figures)
        assert told == PRINTED[code][table.code]


def test_each_league_table_of_2022_has_its_two_leagues():
    tables = queries.published("2022-05").tables
    assert [(table.group, table.league) for table in tables if table.league] == [
        ("visits", League.MINISTRIES),
        ("visits", League.PROVINCES),
        ("online", League.MINISTRIES),
        ("online", League.PROVINCES),
    ]


def test_causes_are_not_filled_up_to_a_hundred():
    table = queries.published("2023-03").table("causes")
    assert sum(one.value for one in table.figures) == 93
    assert "93%" in table.notes[0].vi


def test_numbers_that_contradict_each_other_stay_both():
    table = queries.published("2024-07").table("guides")
    assert [one.earlier for one in table.figures[:2]] == [17, 23]
    assert "17 và 23" in table.notes[0].vi


def test_an_unknown_code_is_refused_with_what_there_is():
    with pytest.raises(queries.PublishedUnknown, match="2022-05, 2023-03, 2024-03, 2024-07"):
        queries.published("../2022-05")
