"""What the synthetic province of Sông Mẫu offers: procedures, guides, statements, questions."""

import unicodedata
from dataclasses import dataclass

PROVINCE = "Sông Mẫu"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One administrative procedure; `level` is "Toàn trình" or "Một phần"."""

    code: str
    title: str
    level: str
    field: str
    days: str
    fee: str
    words: str
    result: str


PROCEDURES = (
    Procedure(
        "1.001193",
        "Đăng ký khai sinh",
        "Toàn trình",
        "Hộ tịch",
        "Ngay trong ngày",
        "Miễn phí",
        "Ghi tên, ngày sinh, quê quán của trẻ và cha mẹ vào sổ hộ tịch.",
        "Giấy khai sinh",
    ),
    Procedure(
        "1.000894",
        "Đăng ký kết hôn",
        "Một phần",
        "Hộ tịch",
        "5 ngày làm việc",
        "Miễn phí",
        "Hai bên nam nữ cùng ký vào sổ và nhận giấy chứng nhận kết hôn.",
        "Giấy chứng nhận kết hôn",
    ),
    Procedure(
        "1.000656",
        "Đăng ký khai tử",
        "Toàn trình",
        "Hộ tịch",
        "Ngay trong ngày",
        "Miễn phí",
        "Ghi vào sổ hộ tịch việc một người đã mất.",
        "Trích lục khai tử",
    ),
    Procedure(
        "2.000635",
        "Cấp bản sao trích lục hộ tịch",
        "Toàn trình",
        "Hộ tịch",
        "Ngay trong ngày",
        "8.000 đồng một bản",
        "Cấp lại nội dung đã ghi trong sổ hộ tịch.",
        "Bản sao trích lục hộ tịch",
    ),
    Procedure(
        "1.004194",
        "Đăng ký tạm trú",
        "Toàn trình",
        "Cư trú",
        "3 ngày làm việc",
        "7.000 đồng",
        "Báo với công an xã nơi ở tạm từ 30 ngày trở lên.",
        "Thông báo về kết quả đăng ký tạm trú",
    ),
    Procedure(
        "2.000815",
        "Chứng thực bản sao từ bản chính",
        "Một phần",
        "Chứng thực",
        "Ngay trong ngày",
        "2.000 đồng một trang",
        "Xác nhận bản sao đúng với bản chính.",
        "Bản sao có chứng thực",
    ),
    Procedure(
        "1.001612",
        "Đăng ký thành lập hộ kinh doanh",
        "Toàn trình",
        "Kinh doanh",
        "3 ngày làm việc",
        "100.000 đồng",
        "Cấp giấy chứng nhận đăng ký hộ kinh doanh.",
        "Giấy chứng nhận đăng ký hộ kinh doanh",
    ),
    Procedure(
        "2.000488",
        "Cấp phiếu lý lịch tư pháp",
        "Toàn trình",
        "Tư pháp",
        "10 ngày làm việc",
        "200.000 đồng",
        "Xác nhận một người có án tích hay không.",
        "Phiếu lý lịch tư pháp",
    ),
)

QUESTIONS = (
    (
        "Tôi chưa có tài khoản VNeID thì nộp hồ sơ thế nào?",
        "Anh chị đến Trung tâm Phục vụ hành chính công xã, cán bộ sẽ giúp nộp tại quầy.",
    ),
    (
        "Nộp hồ sơ xong bao lâu thì có kết quả?",
        "Thời hạn ghi ở trang của từng thủ tục, tính từ ngày hồ sơ được tiếp nhận.",
    ),
    (
        "Tôi quên mã hồ sơ thì tra cứu bằng cách nào?",
        "Mã hồ sơ nằm trong tin nhắn và thư điện tử gửi khi tiếp nhận, hoặc gọi 1900 0000.",
    ),
)


def plain(text: str) -> str:
    """Give a text in small letters without diacritics."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(one for one in bare if not unicodedata.combining(one))


def near(word: str, other: str) -> bool:
    """Tell whether two words differ by one letter at most (changed, added, missing, swapped)."""
    if word == other:
        return True
    if len(word) < 4 or abs(len(word) - len(other)) > 1:
        return False
    if len(word) == len(other):
        off = [at for at in range(len(word)) if word[at] != other[at]]
        swapped = len(off) == 2 and off[1] == off[0] + 1 and word[off[0]] == other[off[1]]
        return len(off) == 1 or (swapped and word[off[1]] == other[off[0]])
    short, long = sorted((word, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def found(question: str, *, marks: bool = False, typos: bool = True) -> list[Procedure]:
    """Search the titles: every word must be in one; `marks`: letters must match with their marks.

    With `typos` a word may be off by one letter.
    """
    shape = str.lower if marks else plain
    asked = shape(question).split()

    def fits(procedure: Procedure) -> bool:
        there = shape(f"{procedure.title} {procedure.field} {procedure.code}").split()
        return all(
            any(word in one or (typos and near(word, one)) for one in there) for word in asked
        )

    return [one for one in PROCEDURES if asked and fits(one)]
