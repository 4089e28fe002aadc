"""Guides, look-up, feedback, and what the EMC system is told."""

from tests.portals.faults import (
    CONTACT,
    FEEDBACK,
    GUIDE,
    HOME,
    LOOKUP,
    PROCEDURE,
    fault,
)
from tests.portals.portal import ANYWHERE, Portal, Reply

TRACKER = '<script src="/embed/gov-tracking.min.js" defer></script>'


@fault(
    "guides-video-none",
    "Hướng dẫn không có video.",
    "The guide has no video.",
    finds="guides.video",
    on=(GUIDE, "/huong-dan/"),
    whole=True,
)
def video_none(portal: Portal) -> None:
    portal.cut('<section aria-labelledby="video">.*?</section>', on=GUIDE)
    portal.edit("chữ, hình và video có phụ đề", "chữ và hình", on="/huong-dan/")
    portal.wherever(" bằng chữ, hình và video")
    portal.wherever("<p><video .*?</video></p>")


@fault(
    "guides-image-none",
    "Hướng dẫn không có hình minh họa.",
    "The guide has no picture.",
    finds="guides.image",
    on=(GUIDE, "/huong-dan/"),
    whole=True,
)
def image_none(portal: Portal) -> None:
    portal.wherever('<img class="picture"[^>]*>')
    portal.wherever(" bằng chữ, hình và video", " bằng chữ và video")
    portal.edit("chữ, hình và video có phụ đề", "chữ và video có phụ đề", on="/huong-dan/")


@fault(
    "guides-none",
    "Cổng không có trang hướng dẫn nào.",
    "The portal has no guide at all.",
    finds="guides.published",
    on=(HOME, PROCEDURE),
    whole=True,
)
def guides_none(portal: Portal) -> None:
    portal.drop("/huong-dan/", "/huong-dan/nop-ho-so/")
    portal.wherever('<section aria-labelledby="huong-dan-thu-tuc">.*?</section>')


@fault(
    "lookup-login",
    "Muốn tra cứu hồ sơ phải đăng nhập.",
    "Looking a dossier up needs a log-in.",
    finds="lookup.form",
    on=(LOOKUP, HOME),
    whole=True,
)
def lookup_login(portal: Portal) -> None:
    portal.cut(
        r'<p class="lead">Không cần.*?</form>',
        '<p>Anh chị phải <a href="/dang-nhap/">đăng nhập</a> mới tra cứu được hồ sơ.</p>',
        on=LOOKUP,
    )


@fault(
    "lookup-none",
    "Không có chỗ tra cứu hồ sơ.",
    "There is no place to look a dossier up.",
    finds="lookup.offered",
    on=HOME,
    whole=True,
)
def lookup_none(portal: Portal) -> None:
    portal.drop("/tra-cuu-ho-so/")


@fault(
    "lookup-qr-none",
    "Không tra cứu được bằng mã QR.",
    "Dossiers cannot be looked up by QR code.",
    finds="lookup.qr",
    on=LOOKUP,
    whole=True,
)
def qr_none(portal: Portal) -> None:
    portal.cut('<li class="qr">.*?</li>', on=LOOKUP)
    portal.cut('<p><img src="/static/ma-qr.svg"[^>]*></p>', on=LOOKUP)


@fault(
    "lookup-sms-none",
    "Không tra cứu được bằng tin nhắn.",
    "Dossiers cannot be looked up by SMS.",
    finds="lookup.sms",
    on=LOOKUP,
    whole=True,
)
def sms_none(portal: Portal) -> None:
    portal.cut('<li class="sms">.*?</li>', on=LOOKUP)


@fault(
    "lookup-zalo-none",
    "Không tra cứu được qua Zalo.",
    "Dossiers cannot be looked up through Zalo.",
    finds="lookup.zalo",
    on=LOOKUP,
    whole=True,
)
def zalo_none(portal: Portal) -> None:
    portal.cut('<li class="zalo">.*?</li>', on=LOOKUP)


@fault(
    "lookup-names-open",
    "Trang tra cứu bày nguyên họ tên và số điện thoại của người nộp.",
    "The look-up page shows full names and telephone numbers of applicants.",
    finds=("lookup.masked", "privacy.people_listed"),
    on=LOOKUP,
    whole=True,
)
def names_open(portal: Portal) -> None:
    rows = "".join(
        f'<tr><th scope="row">{code}</th><td>{name}</td><td>{phone}</td></tr>'
        for code, name, phone in (
            ("H99.1.2026-0001", "Nguyễn Văn An", "0912 345 678"),
            ("H99.1.2026-0002", "Trần Thị Bình", "0987 654 321"),
            ("H99.1.2026-0003", "Lê Văn Cường", "0905 111 222"),
        )
    )
    portal.edit(
        '<section aria-labelledby="cach-khac">',
        '<div class="table-frame" role="region" aria-label="Bảng hồ sơ" tabindex="0"><table>'
        '<caption>Hồ sơ mới nhận</caption><thead><tr><th scope="col">Mã hồ sơ</th>'
        '<th scope="col">Người nộp</th><th scope="col">Điện thoại</th></tr></thead>'
        f'<tbody>{rows}</tbody></table></div><section aria-labelledby="cach-khac">',
        on=LOOKUP,
    )


@fault(
    "feedback-petition-none",
    "Không có chỗ gửi phản ánh, kiến nghị.",
    "There is no place for petitions and complaints.",
    finds="feedback.petition",
    on=(HOME, CONTACT),
    whole=True,
)
def petition_none(portal: Portal) -> None:
    portal.drop("/phan-anh-kien-nghi/")


@fault(
    "feedback-rating-none",
    "Không có chỗ đánh giá sự hài lòng.",
    "Nobody can rate how satisfied they are.",
    finds="feedback.rating",
    on=(HOME, FEEDBACK),
    whole=True,
)
def rating_none(portal: Portal) -> None:
    portal.drop("/danh-gia-su-hai-long/")
    portal.wherever("<p>Đánh giá sự hài lòng về một hồ sơ</p>")


@fault(
    "feedback-contact-none",
    "Không có số điện thoại, thư điện tử hay địa chỉ nào để liên hệ.",
    "No telephone number, mail address or street address to turn to.",
    finds="feedback.contact",
    on=HOME,
    whole=True,
)
def contact_none(portal: Portal) -> None:
    portal.drop("/lien-he/")
    portal.cut(r" Tổng đài: <a .*?</p>\n</footer>", "</p>\n</footer>", on=ANYWHERE)
    portal.wherever(r", điện thoại 1900 0000|Gọi <a href=\"tel:19000000\">[^<]*</a> hoặc g")


@fault(
    "feedback-questions-none",
    "Không có mục hỏi đáp.",
    "There are no questions and answers.",
    finds="feedback.questions",
    on=(HOME, "/huong-dan/"),
    whole=True,
)
def questions_none(portal: Portal) -> None:
    portal.drop("/hoi-dap/")
    portal.edit("Trả lời ngay các câu hỏi hay gặp.", "Trả lời ngay.", on=HOME)


@fault(
    "emc-none",
    "Không gắn mã đo của hệ thống EMC.",
    "The tracking code of the EMC system is not there.",
    finds="emc.tracker",
    on=(HOME, PROCEDURE),
    whole=True,
)
def emc_none(portal: Portal) -> None:
    portal.edit(TRACKER, "", on=ANYWHERE)
    portal.cut("window._govaq.*", on="/static/portal.js")


@fault(
    "emc-silent",
    "Có mã đo EMC nhưng không gửi gì đi.",
    "The tracking code of the EMC system is there, and sends nothing.",
    finds="emc.fires",
    on=(HOME, PROCEDURE),
    whole=True,
)
def emc_silent(portal: Portal) -> None:
    portal.cut("picture.src = .*?;", "", on="/embed/gov-tracking.min.js")


@fault(
    "emc-home-only",
    "Mã đo EMC chỉ có ở trang chủ.",
    "The tracking code of the EMC system is on the home page alone.",
    finds="emc.tracker",
    on=(PROCEDURE, HOME),
    whole=True,
)
def emc_home_only(portal: Portal) -> None:
    def elsewhere(asked, reply: Reply) -> None:
        if asked.path != "/" and reply.media_type.startswith("text/html"):
            kept = reply.body.decode().replace(TRACKER, "")
            reply.body = kept.replace(
                '<script src="/static/portal.js" defer></script>', ""
            ).encode()

    portal.after.append(elsewhere)


@fault(
    "emc-number-none",
    "Mã đo EMC không ghi số của cổng, số liệu không biết là của ai.",
    "The tracking code of the EMC system has no site number; nobody knows whose figures they are.",
    finds="emc.site_number",
    on=(HOME, PROCEDURE),
    whole=True,
)
def emc_number_none(portal: Portal) -> None:
    portal.edit("_govaq.push(['setSiteId', '227']);\n", "", on="/static/portal.js")
