"""What only works on a large screen with a mouse."""

from tests.portals.faults import AXE, FORM, HOME, LIGHTHOUSE, PROCEDURE, STATISTICS, fault
from tests.portals.portal import ANYWHERE, Portal

MENU = '<li><a href="/huong-dan/">Hướng dẫn</a></li>'


@fault(
    "devices-viewport-none",
    "Điện thoại thu nhỏ cả trang máy tính lại, chữ li ti.",
    "A phone shrinks the whole desktop page; the text is tiny.",
    finds="devices.viewport",
    peers=(LIGHTHOUSE,),
)
def viewport_none(portal: Portal) -> None:
    portal.cut('<meta name="viewport"[^>]*>', "", on=ANYWHERE)


@fault(
    "devices-zoom-locked",
    "Trang cấm phóng to bằng hai ngón tay.",
    "The page forbids zooming with two fingers.",
    finds="devices.zoom_locked",
    peers=(AXE, LIGHTHOUSE),
)
def zoom_locked(portal: Portal) -> None:
    portal.edit(
        "initial-scale=1", "initial-scale=1, maximum-scale=1, user-scalable=no", on=ANYWHERE
    )


@fault(
    "devices-overflow",
    "Trên điện thoại, một dải hình rộng 720 điểm ảnh đẩy trang ra ngoài màn hình.",
    "On a phone a banner of 720 pixels pushes the page beyond the screen.",
    finds="devices.overflow",
    on=HOME,
)
def overflow(portal: Portal) -> None:
    portal.edit('<p class="lead">', '<div class="banner"></div><p class="lead">', on=HOME)
    portal.css(".banner { width: 720px; height: 90px; background: #eef4fb; }")


@fault(
    "devices-menu-hover",
    "Thực đơn con chỉ hiện khi rê chuột; điện thoại và bàn phím không mở được.",
    "A menu opens only under a mouse; phones and keyboards cannot open it.",
    finds=("devices.hover_menus", "accessibility.keyboard.reach"),
)
def menu_hover(portal: Portal) -> None:
    portal.edit(
        f'{MENU}\n<li><a href="/phan',
        '<li class="more"><span>Hướng dẫn</span><ul class="sub"><li><a href="/huong-dan/">Nộp hồ sơ'
        '</a></li><li><a href="/hoi-dap/">Hỏi đáp</a></li></ul></li>\n<li><a href="/phan',
        on=ANYWHERE,
    )
    portal.css(
        ".more { position: relative; padding: 0.5rem 0; } .sub { display: none; position: "
        "absolute; background: #fff;"
        " padding: 0.5rem; } .more:hover .sub { display: block; }"
    )


@fault(
    "devices-lost-on-phone",
    "Điện thoại không thấy thời hạn và phí, máy tính mới thấy.",
    "A phone does not show time limit and fee; a desktop does.",
    finds="devices.lost",
    on=PROCEDURE,
)
def lost_on_phone(portal: Portal) -> None:
    portal.css("@media (max-width: 600px) { .facts { display: none; } }")


@fault(
    "devices-fields-small",
    "Ô nhập trên điện thoại chỉ cao 18 điểm ảnh, chữ 11 điểm ảnh.",
    "On a phone fields are 18 pixels high, with text of 11 pixels.",
    finds="devices.field_letters",
    on=FORM,
)
def fields_small(portal: Portal) -> None:
    portal.css(
        "@media (max-width: 600px) { input, select { min-height: 0 !important; height: 18px; "
        "padding: 0 !important; font-size: 11px; } }"
    )


@fault(
    "devices-table-wide",
    "Bảng rộng hơn màn hình điện thoại và không cuộn riêng được.",
    "A table is wider than a phone's screen and does not scroll by itself.",
    finds="devices.tables",
    on=STATISTICS,
)
def table_wide(portal: Portal) -> None:
    portal.css(".table-frame { overflow: visible; } td, th { min-width: 11rem; }")


@fault(
    "devices-covered",
    "Trên điện thoại, quảng cáo ứng dụng che quá nửa màn hình.",
    "On a phone an advertisement of the app covers more than half of the screen.",
    finds="devices.layers",
)
def covered(portal: Portal) -> None:
    portal.edit(
        "</footer>", '<div class="app"><p>Tải ứng dụng Sông Mẫu Số</p></div></footer>', on=ANYWHERE
    )
    portal.css(
        ".app { display: none; } @media (max-width: 600px) { .app { display: block; position: "
        "fixed; inset: 30% 0 0 0; background: #0b4f9c; color: #fff; padding: 1rem; } }"
    )
