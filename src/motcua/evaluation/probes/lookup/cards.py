"""What can be told of looking a dossier up."""

from motcua.evaluation.probes.structure.telling import Cards
from motcua.evaluation.values.facts import Area, Better, Scope, Severity, Source, Unit
from motcua.kernel.words import Sentence

CARDS = Cards(Area.LOOKUP)
TT_21 = Source("TT 21/2023/TT-BTTTT, Điều 5 khoản 1: tra cứu hồ sơ")
IPS = Source(
    "IPS/UNDP: đánh giá cổng dịch vụ công từ góc độ người dùng (tra cứu qua SMS, Zalo, QR)"
)
LAW_91 = Source("Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15")

CARDS.add(
    "form",
    Sentence("Tra cứu hồ sơ không cần đăng nhập", "A dossier can be looked up without logging in"),
    Sentence(
        "Mở trang tra cứu bằng mã hồ sơ cho mọi người, không bắt đăng nhập.",
        "Open a look-up by the dossier's code to everybody, without a login.",
    ),
    severity=Severity.SERIOUS,
    sources=(TT_21,),
)
CARDS.add(
    "offered",
    Sentence("Cổng có trang tra cứu hồ sơ", "The portal has a page to look a dossier up"),
    Sentence(
        "Đặt đường dẫn “Tra cứu hồ sơ” ở trang chủ và trình đơn.",
        "Put a link “Look a dossier up” on the home page and into the menu.",
    ),
    scope=Scope.SITE,
    severity=Severity.SERIOUS,
    sources=(TT_21,),
)
CARDS.add(
    "asks",
    Sentence(
        "Số điều hỏi thêm ngoài mã hồ sơ và mã kiểm tra",
        "How much is asked beyond the code and its check",
    ),
    Sentence(
        "Chỉ hỏi mã hồ sơ và một mã kiểm tra in cạnh nó; bỏ các ô còn lại.",
        "Ask for the code and one check printed beside it; take the other fields away.",
    ),
    unit=Unit.COUNT,
    better=Better.LESS,
    limit=0,
    sources=(TT_21,),
)
CARDS.add(
    "personal",
    Sentence("Tra cứu không hỏi thông tin riêng", "Look-up asks nothing personal"),
    Sentence(
        "Bỏ ô số định danh, họ tên, ngày sinh: mã hồ sơ và mã kiểm tra là đủ.",
        "Take the fields for identity number, name and birth away: the code and its check are "
        "enough.",
    ),
    sources=(LAW_91,),
)
CARDS.add(
    "captcha",
    Sentence("Mã xác nhận có cách khác để nghe", "The captcha can be listened to instead"),
    Sentence(
        "Cho nghe mã, hoặc thay hình bằng giới hạn số lần hỏi: người không nhìn thấy không đọc "
        "được hình.",
        "Let the code be heard, or limit how often one may ask instead: who cannot see cannot read "
        "a picture.",
    ),
    severity=Severity.SERIOUS,
    sources=(
        Source("WCAG 2.2 SC 1.1.1", "https://www.w3.org/TR/WCAG22/#non-text-content"),
        Source("WCAG 2.2 SC 3.3.8"),
    ),
)
CARDS.add(
    "example",
    Sentence("Ô mã hồ sơ có ví dụ về cách viết", "The field of the code shows an example"),
    Sentence(
        "Ghi dưới ô một mã mẫu, và mã in ở đâu trên giấy hẹn.",
        "Put an example under the field, and where on the slip the code is printed.",
    ),
    severity=Severity.MINOR,
    sources=(Source("WCAG 2.2 SC 3.3.2"),),
)
for _code, _says, _remedy in (
    (
        "qr",
        Sentence("Tra cứu được bằng mã QR", "A dossier can be looked up by QR code"),
        Sentence(
            "In mã QR dẫn thẳng tới trang tra cứu trên giấy hẹn, và nói vậy ở trang tra cứu.",
            "Print a QR code that leads to the look-up on the slip, and say so where one looks up.",
        ),
    ),
    (
        "sms",
        Sentence("Tra cứu được bằng tin nhắn", "A dossier can be looked up by SMS"),
        Sentence(
            "Mở tra cứu qua tin nhắn và ghi cú pháp, số nhận, giá ở trang tra cứu.",
            "Open a look-up by SMS and say what to type, where to send it and what it costs.",
        ),
    ),
    (
        "zalo",
        Sentence("Tra cứu được qua Zalo", "A dossier can be looked up over Zalo"),
        Sentence(
            "Mở tra cứu trên trang Zalo của cơ quan và đặt đường dẫn ở trang tra cứu.",
            "Open a look-up on the agency's Zalo page and link it on the look-up page.",
        ),
    ),
):
    CARDS.add(
        _code,
        _says,
        _remedy,
        scope=Scope.SITE,
        severity=Severity.MINOR,
        sources=(IPS,),
    )
CARDS.add(
    "other_ways",
    Sentence("Có thêm cách tra cứu: QR, SMS hoặc Zalo", "There is one more way: QR, SMS or Zalo"),
    Sentence(
        "Thêm ít nhất một cách: mã QR trên giấy hẹn là rẻ nhất.",
        "Add one way at least: a QR code on the slip is the cheapest.",
    ),
    scope=Scope.SITE,
    sources=(IPS,),
)
CARDS.add(
    "masked",
    Sentence(
        "Trang công khai không hiện thông tin riêng của người nộp",
        "Public pages show nothing personal of applicants",
    ),
    Sentence(
        "Che họ tên, số định danh, số điện thoại ở mọi trang xem được mà không đăng nhập.",
        "Mask names, identity numbers and telephones on every page that opens without a login.",
    ),
    severity=Severity.CRITICAL,
    sources=(LAW_91,),
)
