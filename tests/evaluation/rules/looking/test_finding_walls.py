import pytest

from motcua.evaluation.rules.looking.finding_walls import instead


@pytest.mark.parametrize(
    ("title", "heading", "kind"),
    [
        ("404 - Không tìm thấy trang", "", "missing"),
        ("Cổng dịch vụ công", "Trang bạn yêu cầu không tồn tại", "missing"),
        ("Lỗi 404", "", "missing"),
        ("404 Not Found", "", "missing"),
        ("Page not found | UBND tỉnh", "", "missing"),
        ("", "Internal Server Error", "error"),
        ("503 Service Temporarily Unavailable", "", "error"),
        ("Runtime Error", "Server Error in '/' Application.", "error"),
        ("Just a moment...", "", "wall"),
        ("Attention Required! | Cloudflare", "", "wall"),
        ("Access Denied", "", "wall"),
        ("Xác nhận bạn không phải là robot", "", "wall"),
        ("Cổng dịch vụ công", "Trang chủ", ""),
        ("Tìm kiếm", "Không tìm thấy kết quả nào", ""),
        ("Tra cứu hồ sơ", "Không tìm thấy hồ sơ", ""),
        ("Hỏi đáp", "Không tìm thấy trạng thái hồ sơ thì làm thế nào", ""),
        ("Quyết định 404/QĐ-UBND", "", ""),
        ("503 dịch vụ công toàn trình", "", ""),
        ("Đăng ký lại khai sinh khi bản chính không tồn tại", "", ""),
        ("Vì sao báo lỗi 404? Hướng dẫn xử lý khi nộp hồ sơ không tìm thấy trang cần mở", "", ""),
        ("", "", ""),
    ],
)
def test_what_stands_in_the_place_of_a_page(title, heading, kind):
    assert instead(title, heading, bare=False) == kind


def test_a_page_with_nothing_on_it_is_none():
    assert instead("Cổng dịch vụ công", "", bare=True) == "empty"
