"""Functions of Circular 21/2023, Article 5(1), that show from outside, each left away."""

from tests.portals.clean import SAID
from tests.portals.faults import (
    FORM,
    GUIDE,
    HOME,
    LOGIN,
    PROCEDURE,
    SERVICES,
    STATISTICS,
    fault,
)
from tests.portals.portal import Portal
from tests.portals.province import PROCEDURES

SOME = (HOME, PROCEDURE, FORM)


@fault(
    "functions-login-none",
    "Không đăng nhập được vào cổng.",
    "Nobody can log in to the portal.",
    finds="functions.login",
    on=SOME,
    whole=True,
)
def login_none(portal: Portal) -> None:
    portal.drop("/dang-nhap/", "/dang-nhap/vneid/")
    portal.wherever("Đăng nhập, điền tờ khai", "Điền tờ khai")


@fault(
    "functions-login-national-none",
    "Chỉ có tài khoản riêng, không đăng nhập bằng VNeID hay tài khoản quốc gia.",
    "Only accounts of its own; no log-in by VNeID or the national account.",
    finds="functions.login_national",
    on=(LOGIN, HOME),
    whole=True,
)
def login_national_none(portal: Portal) -> None:
    portal.drop("/dang-nhap/vneid/")
    portal.cut('<section class="panel" aria-labelledby="quoc-gia">.*?</section>', on=LOGIN)
    portal.edit(SAID["/dang-ky/"][1][0], "Tài khoản do anh chị tự tạo.", on="/dang-ky/")


@fault(
    "functions-levels-none",
    "Không cho biết dịch vụ nào toàn trình, dịch vụ nào một phần.",
    "Nothing tells which services are full-process and which are partial.",
    finds="functions.levels",
    on=(SERVICES, PROCEDURE),
    whole=True,
)
def levels_none(portal: Portal) -> None:
    portal.wherever('<p class="level">.*?</p>')
    portal.wherever(" Mức độ: [^.<]*\\.")
    portal.cut('<th scope="col">Mức độ</th>', on=SERVICES)
    portal.cut("<td>(?:Toàn trình|Một phần)</td>", on=SERVICES)
    portal.cut('<div class="field"><label for="muc-do">.*?</div>', on=SERVICES)


@fault(
    "functions-catalogue-none",
    "Không có danh mục thủ tục; ai biết tên thì mới tìm ra.",
    "There is no catalogue of procedures; only who knows a name finds one.",
    finds="functions.catalogue",
    on=(HOME, PROCEDURE),
    whole=True,
)
def catalogue_none(portal: Portal) -> None:
    portal.drop("/thu-tuc/")
    portal.wherever("<p>Xem tất cả 8 thủ tục</p>")
    portal.wherever(", hoặc xem danh mục thủ tục")


@fault(
    "functions-eform-none",
    "Không có tờ khai điện tử, phải tải tệp Word về điền.",
    "No form to fill in on line; a Word file must be fetched and filled in.",
    finds="functions.eform",
    on=(FORM, PROCEDURE),
    whole=True,
)
def eform_none(portal: Portal) -> None:
    for one in PROCEDURES:
        path = f"/thu-tuc/{one.code}/nop-ho-so/"
        portal.cut(
            r"<p>Bước 1 trên 3\..*?</form>",
            '<p><a href="/static/to-khai.doc">Tải mẫu tờ khai (tệp Word)</a>, điền, ký và mang đến '
            "quầy.</p>",
            on=path,
        )
        portal.edit("Tờ khai điện tử", "Tờ khai theo mẫu", on=f"/thu-tuc/{one.code}/")
        portal.edit(
            "điền tờ khai điện tử và ký số", "điền tờ khai và ký số", on=f"/thu-tuc/{one.code}/"
        )
    portal.file("/static/to-khai.doc", "application/msword", b"\xd0\xcf\x11\xe0to khai")


@fault(
    "functions-upload-none",
    "Tờ khai không cho tải giấy tờ lên.",
    "The form takes no files.",
    finds="functions.upload",
    on=(FORM, PROCEDURE),
    whole=True,
)
def upload_none(portal: Portal) -> None:
    portal.wherever('<div class="field"><label for="tep">.*?</div>')
    portal.wherever("<li>Tải lên ảnh hoặc bản chụp giấy tờ\\.</li>")
    portal.wherever(", tải giấy tờ lên")


@fault(
    "functions-post-none",
    "Không nhận và trả kết quả qua bưu chính công ích.",
    "Nothing can be sent or received by public post.",
    finds="functions.post",
    on=(FORM, PROCEDURE),
    whole=True,
)
def post_none(portal: Portal) -> None:
    portal.wherever(
        '<div class="field"><label><input type="radio" name="nhan" value="buu-.*?</div>'
    )
    portal.wherever(", hoặc nhận bản giấy qua bưu chính công ích")
    portal.wherever(", hoặc qua bưu chính công ích")


@fault(
    "functions-payment-none",
    "Không thanh toán được trên mạng.",
    "Nothing can be paid on line.",
    finds="functions.payment",
    on=(HOME, PROCEDURE),
    whole=True,
)
def payment_none(portal: Portal) -> None:
    portal.drop("/thanh-toan/")
    portal.wherever("<li>Thanh toán trực tuyến phí, lệ phí nếu có\\.</li>")


@fault(
    "functions-signature-none",
    "Không ký số được.",
    "Nothing can be signed digitally.",
    finds="functions.signature",
    on=(FORM, PROCEDURE),
    whole=True,
)
def signature_none(portal: Portal) -> None:
    portal.wherever('<div class="field"><label><input type="checkbox" name="ky_so".*?</div>')
    portal.wherever(" và ký số hoặc xác nhận bằng mã")


@fault(
    "functions-result-none",
    "Không trả kết quả điện tử, phải đến quầy lấy.",
    "Results are not given on line; one must come to the counter.",
    finds="functions.result",
    on=(FORM, PROCEDURE),
    whole=True,
)
def result_none(portal: Portal) -> None:
    portal.wherever("<li>Nhận kết quả điện tử.*?</li>", "<li>Đến quầy.</li>")
    portal.wherever("<fieldset>\n<legend>Cách nhận kết quả</legend>.*?</fieldset>\n")
    portal.wherever(" và nhận kết quả tại nhà")
    portal.wherever(" và kết quả đã nhận", "")
    portal.wherever(" và kết quả đã có", "")


@fault(
    "functions-statistics-none",
    "Không công khai tình hình giải quyết hồ sơ.",
    "Nothing is published about how dossiers are settled.",
    finds="functions.statistics",
    on=(HOME, SERVICES),
    whole=True,
)
def statistics_none(portal: Portal) -> None:
    portal.drop(STATISTICS)


@fault(
    "functions-assistant-none",
    "Không có trợ lý ảo.",
    "There is no virtual assistant.",
    finds="functions.assistant",
    on=(HOME, "/huong-dan/"),
    whole=True,
)
def assistant_none(portal: Portal) -> None:
    portal.drop("/tro-ly-ao/")
    portal.wherever("Hỏi trợ lý ảo hoặc ")


@fault(
    "functions-exchange-none",
    "Không trao đổi được với cán bộ thụ lý trên cổng.",
    "Nobody can write to the officer who handles the dossier.",
    finds="functions.exchange",
    on=(PROCEDURE, GUIDE),
    whole=True,
)
def exchange_none(portal: Portal) -> None:
    portal.wherever(" và trao đổi với cán bộ thụ lý ngay trên cổng")


@fault(
    "functions-store-none",
    "Không dùng lại được giấy tờ trong kho dữ liệu điện tử cá nhân.",
    "Papers in one's personal store of documents cannot be used again.",
    finds="functions.personal_store",
    on=SOME,
    whole=True,
)
def store_none(portal: Portal) -> None:
    portal.drop("/kho-du-lieu/")
    portal.wherever("Lấy từ kho dữ liệu", "Bản chụp")
    portal.wherever("Bản điện tử vào kho dữ liệu cá nhân", "Bản điện tử")


@fault(
    "functions-account-none",
    "Người dùng không quản lý được thông tin tài khoản của mình.",
    "People cannot manage the information of their account.",
    finds="functions.account",
    on=(LOGIN, HOME),
    whole=True,
)
def account_none(portal: Portal) -> None:
    portal.drop("/dang-ky/")
    portal.wherever("<p>Tạo và quản lý tài khoản</p>")
    portal.wherever(" ở trang tài khoản")
