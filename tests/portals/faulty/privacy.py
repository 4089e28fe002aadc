"""What becomes of a person's data."""

import re

from tests.portals import thirds
from tests.portals.faults import FORM, HOME, LOOKUP, PRIVACY, fault
from tests.portals.portal import ANYWHERE, Portal

SCRIPTS = '<script src="/static/portal.js" defer>'


@fault(
    "privacy-notice-none",
    "Cổng không có thông báo bảo vệ dữ liệu cá nhân.",
    "The portal has no privacy notice.",
    finds="privacy.notice",
    on=(HOME, FORM),
    whole=True,
)
def notice_none(portal: Portal) -> None:
    portal.drop("/bao-ve-du-lieu-ca-nhan/")
    portal.wherever(r" Xem thông báo bảo vệ dữ liệu cá nhân[^<]*")


@fault(
    "privacy-notice-deep",
    "Thông báo bảo vệ dữ liệu nằm sâu, từ trang chủ không bấm thẳng tới được.",
    "The privacy notice lies deep; the home page has no link to it.",
    finds="privacy.one_click",
    on=(HOME, PRIVACY),
    whole=True,
)
def notice_deep(portal: Portal) -> None:
    portal.edit(
        '<li><a href="/bao-ve-du-lieu-ca-nhan/">Bảo vệ dữ liệu cá nhân</a></li>\n<li><a '
        'href="/ho-tro',
        '<li><a href="/ho-tro',
        on=ANYWHERE,
    )


@fault(
    "privacy-statements-missing",
    "Thông báo không nói anh chị có quyền gì, dữ liệu giữ bao lâu.",
    "The notice says nothing of one's rights, nor of how long data are kept.",
    finds="privacy.statements",
    on=(PRIVACY, HOME),
    whole=True,
)
def statements_missing(portal: Portal) -> None:
    portal.cut("<section><h2>Quyền của anh chị</h2>.*?</section>", "", on=PRIVACY)
    portal.cut("<section><h2>Thời gian lưu trữ</h2>.*?</section>", "", on=PRIVACY)
    portal.cut("<section><h2>Đồng ý và rút lại đồng ý</h2>.*?</section>", "", on=PRIVACY)
    portal.edit(", bao lâu, và anh chị có quyền gì", "", on=PRIVACY)


@fault(
    "privacy-notice-unreadable",
    "Thông báo là một khối chữ dài, câu dài cả trăm chữ.",
    "The notice is one block, with sentences of a hundred words and more.",
    finds="privacy.readable",
    on=(PRIVACY, HOME),
    whole=True,
)
def notice_unreadable(portal: Portal) -> None:
    def joined(text: str) -> str:
        before, mark, rest = text.partition('<p class="lead">')
        inside, end, after = rest.partition("</main>")
        words = _words(inside).replace(". ", ", đồng thời căn cứ các quy định nêu trên thì ")
        return f"{before}{mark}{words}</p>{end}{after}"

    portal.edits.append((PRIVACY, joined))


def _words(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


@fault(
    "privacy-tracker",
    "Google Analytics theo dõi ngay khi mở trang, chưa hỏi ai.",
    "Google Analytics follows people as soon as a page opens, without asking.",
    finds=("privacy.trackers", "privacy.third_parties"),
)
def tracker(portal: Portal) -> None:
    src = f"https://{thirds.TAGS}/gtag/js?id=G-SONGMAU"
    portal.edit(SCRIPTS, f'<script src="{src}" async></script>{SCRIPTS}', on=ANYWHERE)
    portal.allow(f"https://{thirds.TAGS}", "script-src")
    portal.allow(f"https://{thirds.ANALYTICS}", "img-src", "connect-src")


@fault(
    "privacy-fonts-foreign",
    "Phông chữ lấy từ Google, nên Google biết ai xem trang nào.",
    "Fonts come from Google, so Google knows who reads which page.",
    finds=("privacy.third_fonts", "privacy.third_parties"),
)
def fonts_foreign(portal: Portal) -> None:
    href = f"https://{thirds.FONTS}/css2?family=Roboto"
    portal.edit(
        '<link rel="stylesheet"',
        f'<link rel="stylesheet" href="{href}"><link rel="stylesheet"',
        on=ANYWHERE,
    )
    portal.allow(f"https://{thirds.FONTS}", "style-src")


@fault(
    "privacy-cookies-before",
    "Trang chủ đặt cookie nhận diện hai năm, chưa hỏi ai.",
    "The home page sets an identifying cookie for two years, without asking.",
    finds="privacy.cookies_before",
)
def cookies_before(portal: Portal) -> None:
    visitor = "8f3a91c2-7d5e-44b0-9c1f-2a6b7c8d9e0f"
    kept = "path=/; max-age=63072000; SameSite=Lax"
    portal.js(f"document.cookie = '_ma_khach={visitor}; {kept}';")


@fault(
    "privacy-storage-before",
    "Trang chủ ghi mã nhận diện vào bộ nhớ trình duyệt, chưa hỏi ai.",
    "The home page writes an identifier into the browser's storage, without asking.",
    finds="privacy.storage_before",
)
def storage_before(portal: Portal) -> None:
    portal.js("localStorage.setItem('ma_khach', '8f3a91c27d5e44b0');")


@fault(
    "privacy-numbers-public",
    "Trang tra cứu bày ra họ tên, ngày sinh và số định danh của người khác.",
    "The look-up page shows names, birthdays and identity numbers of others.",
    finds=("privacy.identities_printed", "privacy.people_listed"),
    on=LOOKUP,
)
def numbers_public(portal: Portal) -> None:
    rows = "".join(
        f'<tr><th scope="row">{name}</th><td>{born}</td><td>{number}</td></tr>'
        for name, born, number in (
            ("Nguyễn Văn An", "02/03/1985", "001085012345"),
            ("Trần Thị Bình", "14/07/1991", "036191004567"),
            ("Lê Văn Cường", "30/11/1978", "079078009876"),
        )
    )
    portal.edit(
        '<section aria-labelledby="cach-khac">',
        '<div class="table-frame" role="region" aria-label="Bảng hồ sơ" '
        'tabindex="0"><table><caption>Hồ sơ mới nhận</caption><thead><tr><th scope="col">Họ '
        'tên</th><th scope="col">Ngày sinh'
        f'</th><th scope="col">Số định danh</th></tr></thead><tbody>{rows}</tbody></table></div>'
        '<section aria-labelledby="cach-khac">',
        on=LOOKUP,
    )


@fault(
    "privacy-number-in-address",
    "Số định danh nằm trong địa chỉ trang, lưu lại ở mọi máy chủ trung gian.",
    "An identity number is part of an address, and stays in every log on its way.",
    finds="privacy.in_addresses",
    on=LOOKUP,
)
def number_in_address(portal: Portal) -> None:
    portal.edit(
        '<h2 id="cach-khac">',
        '<p><a href="/tra-cuu-ho-so/?cccd=001085012345&amp;ma=1">Xem hồ sơ gần nhất</a></p><h2 '
        'id="cach-khac">',
        on=LOOKUP,
    )


@fault(
    "privacy-consent-ticked",
    "Ô đồng ý đã được tích sẵn.",
    "The box of consent is already ticked.",
    finds="privacy.consent",
    on=FORM,
)
def consent_ticked(portal: Portal) -> None:
    portal.edit(
        'name="dong_y" value="1" required', 'name="dong_y" value="1" checked required', on=FORM
    )


@fault(
    "privacy-collection-silent",
    "Tờ khai lấy số định danh mà không nói để làm gì.",
    "The form takes identity numbers and does not say what for.",
    finds="privacy.collection_notice",
    on=FORM,
)
def collection_silent(portal: Portal) -> None:
    portal.cut('<div class="panel privacy".*?</div>\n<div class="field">.*?</div>', "", on=FORM)


@fault(
    "privacy-banner-no-refusal",
    "Bảng hỏi cookie chỉ có nút đồng ý, không có nút từ chối.",
    "The question about cookies has a button to agree and none to refuse.",
    finds="privacy.consent",
)
def banner_no_refusal(portal: Portal) -> None:
    portal.edit(
        '<a class="skip"',
        '<div class="cookies panel" role="region" aria-label="Cookie"><p>Cổng dùng cookie để phân '
        "tích và quảng cáo.</p>"
        '<button type="button">Đồng ý</button></div><a class="skip"',
        on=ANYWHERE,
    )
