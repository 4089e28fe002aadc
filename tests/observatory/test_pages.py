"""What pages of figures say: values, ties, what is missing, both ways of counting."""

import pytest
from tests.observatory.reading import rows, words

MARCH = "?ky=2026-03"


def test_the_country_is_told_both_ways(seen):
    page = seen(MARCH)
    said = words(page)
    assert "Tháng 3/2026" in said
    assert "Tỷ lệ hồ sơ xử lý trực tuyến 45,1 % Như báo lên: 72,5 % Mục tiêu: 50,0 %" in said
    assert "115 / 255" in said
    assert "Toàn bộ số liệu ở đây là mô phỏng" in page.content.decode()


def test_the_country_says_what_is_missing_and_why(seen):
    said = words(seen(MARCH))
    assert "4 trong 7 bộ, ngành, tỉnh, thành phố có số liệu." in said
    assert "Thiếu – cổng ngừng gửi số liệu: Huế." in said
    assert "Không lưu tên, số căn cước" in said


def test_the_map_prints_its_values_and_says_who_has_none(seen):
    page = seen("ban-do/use2/" + MARCH).content.decode()
    tiles = dict(_tiles(page))
    assert tiles["Hà Nội"] == "60,0 %"
    assert tiles["Lào Cai"] == "20,0 %"
    assert tiles["Huế"] == "–"
    assert len(tiles) == 34
    assert "Có số liệu của 3 trong 34 tỉnh" in page


def test_the_map_of_before_has_the_old_provinces(seen):
    page = seen("ban-do/use2/?ky=2025-03").content.decode()
    assert len(dict(_tiles(page))) == 63
    assert "Chưa tỉnh nào có số liệu trong kỳ này." in page


def _tiles(page):
    for tile in page.split('<li class="tile ')[1:]:
        name = tile.partition('tile__name">')[2].partition("<")[0]
        yield name, tile.partition('tile__words">')[2].partition("<")[0]


def test_a_league_shares_ranks_and_tells_both_ways_and_moves(seen):
    table = rows(seen("xep-hang/use2/" + MARCH))
    assert table[0] == ["Hạng", "Nơi", "Như thực tế", "Như báo lên", "So với kỳ trước"]
    assert {row[1]: (row[0], row[2], row[3], row[4]) for row in table[1:]} == {
        "Hà Nội": ("1", "60,0 %", "60,0 %", "▲ lên 1 bậc"),
        "Cao Bằng": ("1", "60,0 %", "60,0 %", "giữ nguyên"),
        "Lào Cai": ("3", "20,0 %", "90,0 %", "giữ nguyên"),
        "Huế": ("–", "cổng ngừng gửi số liệu", "–", ""),
        "Bắc Ninh": ("–", "chưa có số liệu", "–", ""),
    }


def test_a_league_counted_as_reported_has_another_head(seen):
    table = rows(seen("xep-hang/use2/" + MARCH + "&cach=bao-len"))
    assert table[0][2:4] == ["Như báo lên", "Như thực tế"]
    assert table[1][:4] == ["1", "Lào Cai", "90,0 %", "20,0 %"]


def test_ministries_play_among_themselves(seen):
    table = rows(seen("xep-hang/use2/" + MARCH + "&giai=bo"))
    assert [row[1] for row in table[1:]] == ["Bộ Y tế", "Bộ Tư pháp"]


def test_an_agency_is_told_beside_the_country(seen):
    said = words(seen("co-quan/H26/" + MARCH))
    assert "Hạng 1 trong 3 về tỷ lệ hồ sơ xử lý trực tuyến (cùng hạng với nơi khác)" in said
    assert "60,0 % Như báo lên: 60,0 % Cả nước: 45,1 %" in said
    assert "Người dân tự làm 60,0 %" in said
    assert "90,0 % người đánh giá nói hài lòng" in said
    assert "Trả lời: 62,5 %." in said
    assert "Một nửa xong trong 4 giờ làm việc; 9 trong 10 hồ sơ xong trong 3 ngày làm việc." in said


def test_an_agency_leads_down_to_its_wards_and_procedures(seen):
    page = seen("co-quan/H26/" + MARCH)
    wards = rows(page, 'id="truc-thuoc"')
    assert wards[1] == [
        "Phường Hoàn Kiếm",
        "60,0 %",
        "100,0 %",
        "90,0 %",
        "100",
    ]
    assert 'href="/do-luong/co-quan/H26.00070/?ky=2026-03"' in page.content.decode()
    assert 'href="/do-luong/thu-tuc/1.001193/?ky=2026-03&amp;co-quan=H26"' in page.content.decode()
    below = seen("co-quan/H26.00070/" + MARCH)
    assert "60,0 %" in words(below)


def test_a_silent_agency_says_so_and_stands(seen):
    said = words(seen("co-quan/H57/" + MARCH))
    assert "Cổng ngừng gửi số liệu." in said
    assert "Thiếu số liệu" in said


def test_a_procedure_says_where_people_stop(seen):
    page = seen("thu-tuc/1.001193/" + MARCH)
    said = words(page)
    assert "Nhiều người dừng nhất ở bước “Giấy tờ kèm theo”." in said
    assert "dừng ở đây 50,0 %" in said
    assert rows(page, 'id="noi"')[1][:2] == ["Hà Nội", "100"]


def test_agencies_are_compared(seen):
    page = seen("so-sanh/" + MARCH + "&co-quan=H26&co-quan=H38")
    table = rows(page, "Các chỉ số cạnh nhau")
    assert table[0] == ["Chỉ số", "Hà Nội", "Lào Cai", "Cả nước"]
    assert table[1] == ["Tỷ lệ hồ sơ xử lý trực tuyến", "60,0 %", "20,0 %", "45,1 %"]
    assert "Hà Nội 60,0 % (Tháng 3/2026); Lào Cai 20,0 % (Tháng 3/2026)" in words(page)


def test_a_definition_says_it_is_not_official_and_why_two_ways_differ(seen):
    said = words(seen("chi-so/use2/" + MARCH))
    assert "Chưa phải công thức chính thức" in said
    assert "Hồ sơ nộp trực tuyến / tất cả hồ sơ đã tiếp nhận trong kỳ" in said
    assert "Theo nguồn gửi" in said


def test_every_indicator_has_its_definition_league_and_map(seen):
    links = seen("chi-so/").content.decode().split('href="/do-luong/chi-so/')[1:]
    codes = {link.partition("/")[0] for link in links} - {'"'}
    assert len(codes) >= 11
    for code in sorted(codes):
        for page in ("chi-so", "xep-hang", "ban-do"):
            seen(f"{page}/{code}/{MARCH}")


@pytest.mark.parametrize("path", ["", "co-quan/H26/", "xep-hang/use2/", "ban-do/use2/"])
def test_every_number_leads_to_its_definition(seen, path):
    assert 'href="/do-luong/chi-so/use2/' in seen(path + MARCH).content.decode()


@pytest.mark.parametrize("path", ["", "co-quan/H26/", "thu-tuc/1.001193/", "so-sanh/?co-quan=H26"])
def test_every_chart_has_its_table_files_and_lasting_address(seen, path):
    page = seen(path + ("&" if "?" in path else "?") + "ky=2026-03").content.decode()
    for figure in page.split('<figure class="chart"')[1:]:
        chart = figure.partition("</figure>")[0]
        name = chart.partition('id="')[2].partition('"')[0]
        assert "<table" in chart or "Chưa" in chart, name
        assert ".parquet?ky=2026-03" in chart, name
        assert f'#{name}"' in chart, name


def test_the_period_before_is_the_last_whole_month(seen):
    assert "Tháng 3/2026" in words(seen())


def test_english_is_spoken(seen):
    page = seen("xep-hang/use2/?ky=2026-03&ngon-ngu=en")
    assert rows(page)[1][2] == "60.0%"
    assert 'lang="en"' in page.content.decode()
