"""The figures behind charts, as files."""

import csv
import io

import pytest
from pyarrow import parquet as pq

CHARTS = (
    "tong-quan.{}?ky=2026-03",
    "tong-quan.{}?ky=2026-03&trong=H26",
    "use2.{}?ky=2026-03",
    "use2.{}?ky=2026-03&theo=thang&trong=H26",
    "use2.{}?ky=2026-03&theo=xep-hang&giai=tinh",
    "use2.{}?ky=2026-03&theo=co-quan&trong=H26",
    "use2.{}?ky=2026-03&theo=thu-tuc",
    "kenh-nop.{}?ky=2026-03&trong=H26",
    "hai-long.{}?ky=2026-03&trong=H26",
    "thoi-gian.{}?ky=2026-03&trong=H26",
    "to-khai.{}?ky=2026-03&thu-tuc=1.001193",
    "nguyen-nhan.{}?ky=2026-03",
    "chi-so-766.{}?ky=2026-03&trong=H26",
    "doi-chieu.{}?ky=2026-03&trong=H26",
)


def read(answer):
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_holds_both_ways(seen):
    found = read(seen("bang/use2.csv?ky=2026-03"))
    told = {(row["key"], row["way"]): float(row["value"]) for row in found}
    assert told["H38", "true"] == 0.2
    assert told["H38", "fed"] == 0.9
    assert {row["name"] for row in found if row["key"] == "H26"} == {"Hà Nội"}


def test_csv_and_parquet_hold_the_same(seen):
    for chart in CHARTS:
        rows = read(seen("bang/" + chart.format("csv")))
        table = pq.read_table(io.BytesIO(seen("bang/" + chart.format("parquet")).content))
        assert table.num_rows == len(rows), chart
        assert rows or chart.startswith("nguyen-nhan"), chart
        assert table.column_names == list(rows[0] if rows else table.column_names), chart


def test_a_file_is_for_anybody_and_any_cache(seen):
    answer = seen("bang/use2.csv?ky=2026-03")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Disposition"] == 'attachment; filename="use2-2026-03.csv"'
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("bang/use2.xlsx", 404, "Chỉ có tệp CSV và Parquet"),
        ("bang/khong-co.csv", 404, "Không có chỉ số nào"),
        ("bang/use2.csv?theo=gio", 404, "Không chia số liệu theo “gio”"),
        ("bang/use2.csv?trong=X99", 404, "Không có cơ quan nào mang mã “X99”"),
        ("bang/to-khai.csv?thu-tuc=../..", 404, "không phải mã thủ tục"),
        ("bang/vis.csv?theo=kenh", 409, ""),
    ],
)
def test_what_cannot_be_had_is_refused_in_words(seen, path, status, said):
    assert said in seen(path, status=status).content.decode()
