"""Fields, sentences and buttons: what is asked for and how."""

import pytest

from motcua.evaluation.rules.looking import asking, listing
from motcua.evaluation.rules.looking.asking import Asks


@pytest.mark.parametrize(
    ("label", "name", "kind"),
    [
        ("Số căn cước công dân", "x", Asks.IDENTITY),
        ("", "so_cccd", Asks.IDENTITY),
        ("Họ và tên", "a1", Asks.NAME),
        ("Họ, chữ đệm và tên khai sinh", "", None),
        ("Số điện thoại liên hệ", "", Asks.PHONE),
        ("Email", "", Asks.MAIL),
        ("Ngày sinh", "", Asks.BIRTH),
        ("Tình trạng sức khỏe", "", Asks.SENSITIVE),
        ("Tôn giáo", "", Asks.SENSITIVE),
        ("Từ khóa", "q", None),
        ("Mã hồ sơ", "ma", None),
        ("Tên thủ tục", "ten", None),
    ],
)
def test_what_a_field_asks_for(label, name, kind):
    assert asking.asks(label, name) is kind


@pytest.mark.parametrize(
    ("kinds", "personal"),
    [
        ([Asks.IDENTITY], True),
        ([Asks.NAME, Asks.PHONE], True),
        ([Asks.NAME, Asks.NAME], False),
        ([Asks.MAIL, None], False),
        ([None], False),
    ],
)
def test_which_forms_gather_personal_data(kinds, personal):
    assert asking.is_personal(kinds) is personal


@pytest.mark.parametrize(
    ("text", "forced"),
    [
        ("Bằng việc tiếp tục sử dụng cổng, bạn đã đồng ý với chính sách.", True),
        ("Khi nhấn Gửi nghĩa là bạn đồng ý cho xử lý dữ liệu.", True),
        ("Nếu không phản hồi, mặc nhiên đồng ý.", True),
        ("Im lặng không phải là đồng ý.", False),
        ("Việc bạn tiếp tục sử dụng không có nghĩa là bạn đồng ý.", False),
        ("Tôi đồng ý cho cơ quan xử lý dữ liệu của tôi", False),
        ("By continuing to use this site you agree to cookies", True),
    ],
)
def test_consent_taken_as_given(text, forced):
    assert bool(asking.implied(text)) is forced


@pytest.mark.parametrize(
    ("buttons", "trap"),
    [
        (["Đồng ý"], True),
        (["Chấp nhận tất cả", "Từ chối"], False),
        (["Chấp nhận", "Chỉ cookie cần thiết"], False),
        (["Đã hiểu"], False),
        (["Không đồng ý", "Đồng ý"], False),
        ([], False),
    ],
)
def test_banners_without_a_way_out(buttons, trap):
    assert asking.only_accepts(buttons) is trap


@pytest.mark.parametrize(
    ("headers", "rows", "names"),
    [
        (["Mã hồ sơ", "Người nộp"], [["H1", "Nguyễn Thị Hoa"]], True),
        (["Mã hồ sơ", "Người nộp"], [["H1", "N***** T** H**"]], False),
        (["Họ tên", "Chức vụ", "Điện thoại"], [["Trần Văn Bình", "Giám đốc", "09"]], False),
        (["Họ và tên", "CCCD"], [["TRẦN VĂN BÌNH", "x"]], True),
        (["Thủ tục", "Lĩnh vực"], [["Khai sinh", "Hộ tịch"]], False),
        (["Họ tên"], [["Trần Văn Bình"]], False),
    ],
)
def test_tables_that_name_applicants(headers, rows, names):
    assert listing.names_people(headers, rows) is names


def test_lines_that_name_applicants():
    text = "Người nộp: Nguyễn Thị Hoa\nHọ tên: Nguyễn Văn A\nChủ hồ sơ: Trần V** B***"
    assert listing.lines_naming(text) == ["Nguyễn Thị Hoa"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chúng tôi xử lý dữ liệu cá nhân chỉ để giải quyết hồ sơ.", True),
        ("Thông tin của bạn chỉ được dùng để trả lời.", True),
        ("Xem trang Quyền riêng tư", True),
        ("Bản điện tử vào kho dữ liệu cá nhân\nBản giấy qua bưu chính", False),
        ("Thông tin người nộp\nLưu nháp", False),
    ],
)
def test_words_that_say_what_data_is_for(text, told):
    assert asking.tells_why(text) is told
