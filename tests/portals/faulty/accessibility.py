"""Markup that assistive technology cannot use: names, languages, tables, roles."""

from tests.portals.faults import (
    ALL,
    AXE,
    CONTACT,
    FORM,
    GUIDE,
    HOME,
    LIGHTHOUSE,
    PA11Y,
    PRIVACY,
    PROCEDURE,
    STATISTICS,
    fault,
)
from tests.portals.portal import ANYWHERE, Portal


@fault(
    "a11y-alt-none",
    "Ảnh minh họa của hướng dẫn không có chữ thay thế.",
    "The picture of the guide has no text in its place.",
    finds="accessibility.axe",
    peers=ALL,
    on=GUIDE,
)
def alt_none(portal: Portal) -> None:
    portal.edit(' alt="Ô tìm kiếm ở trang chủ với chữ khai sinh đã gõ"', "", on=GUIDE)


@fault(
    "a11y-label-none",
    "Ô họ tên của tờ khai không có nhãn.",
    "The field for the name has no label.",
    finds="accessibility.labels",
    peers=ALL,
    on=FORM,
)
def label_none(portal: Portal) -> None:
    portal.edit('<label for="ho-ten">Họ, chữ đệm, tên (bắt buộc)</label>', "", on=FORM)


@fault(
    "a11y-label-placeholder",
    "Ô họ tên chỉ có chữ mờ trong ô, gõ vào là mất.",
    "The field for the name has only a placeholder, gone as soon as one types.",
    finds="accessibility.labels",
    peers=(PA11Y,),
    on=FORM,
)
def label_placeholder(portal: Portal) -> None:
    portal.edit(
        '<label for="ho-ten">Họ, chữ đệm, tên (bắt buộc)</label><input id="ho-ten"',
        '<input id="ho-ten" placeholder="Họ, chữ đệm, tên"',
        on=FORM,
    )


@fault(
    "a11y-lang-none",
    "Trang không nói là viết bằng tiếng Việt.",
    "The page does not say that it is in Vietnamese.",
    finds="accessibility.lang",
    peers=ALL,
)
def lang_none(portal: Portal) -> None:
    portal.edit('<html lang="vi">', "<html>", on=ANYWHERE)


@fault(
    "a11y-lang-wrong",
    "Trang tiếng Việt lại ghi là tiếng Anh; máy đọc đọc sai hết.",
    "A Vietnamese page says that it is English; a screen reader mispronounces all of it.",
    finds="accessibility.lang",
    on=PRIVACY,
)
def lang_wrong(portal: Portal) -> None:
    portal.edit('<html lang="vi">', '<html lang="en">', on=ANYWHERE)


@fault(
    "a11y-heading-skip",
    "Tiêu đề nhảy từ cấp 1 xuống cấp 4.",
    "Headings jump from level 1 to level 4.",
    finds="accessibility.headings",
    peers=(AXE, LIGHTHOUSE),
    on=PROCEDURE,
)
def heading_skip(portal: Portal) -> None:
    portal.edit(
        '<h2 id="trinh-tu">Trình tự thực hiện</h2>', '<h4 id="trinh-tu">Trình tự</h4>', on=PROCEDURE
    )


@fault(
    "a11y-heading-none",
    "Tiêu đề chỉ là chữ to, không phải tiêu đề.",
    "What looks like headings is only large text; the page has no heading at all.",
    finds="accessibility.headings",
    peers=(AXE,),
    on=CONTACT,
)
def heading_none(portal: Portal) -> None:
    portal.cut("<h1>(.*?)</h1>", '<div class="big">Liên hệ</div>', on=CONTACT)
    portal.cut(
        '<h2 id="dia-chi">.*?</h2>',
        '<div id="dia-chi" class="large">Nơi tiếp dân</div>',
        on=CONTACT,
    )
    portal.css(
        ".big { font-size: 1.75rem; font-weight: 700; } .large { font-size: 1.375rem; "
        "font-weight: 700; }"
    )


@fault(
    "a11y-title-none",
    "Trang không có tên.",
    "The page has no title.",
    finds="accessibility.titles",
    peers=ALL,
    on=CONTACT,
)
def title_none(portal: Portal) -> None:
    portal.cut("<title>.*?</title>", "", on=CONTACT)


@fault(
    "a11y-captions-none",
    "Video hướng dẫn không có phụ đề.",
    "The guide's video has no captions.",
    finds="accessibility.captions",
    on=GUIDE,
)
def captions_none(portal: Portal) -> None:
    portal.cut("<track[^>]*>", "", on=GUIDE)


@fault(
    "a11y-autoplay",
    "Video tự chạy, lặp mãi, không có nút dừng.",
    "A video starts by itself, loops, and cannot be paused.",
    finds="accessibility.motion",
    on=GUIDE,
)
def autoplay(portal: Portal) -> None:
    portal.edit("<video controls", "<video autoplay loop muted", on=GUIDE)


@fault(
    "a11y-marquee",
    "Thông báo chạy ngang màn hình không dừng được.",
    "A notice runs across the page and cannot be stopped.",
    finds="accessibility.motion",
    peers=(AXE,),
)
def marquee(portal: Portal) -> None:
    portal.edit('<div class="notice"><p>', '<div class="notice"><marquee>', on=HOME)
    portal.edit("nhận kết quả trong ngày.</p>", "nhận kết quả trong ngày.</marquee>", on=HOME)


@fault(
    "a11y-id-twice",
    "Hai ô cùng một mã, nên ô thứ hai mất nhãn.",
    "Two fields share one id, so the second loses its label.",
    finds="accessibility.labels",
    peers=(PA11Y,),
    on=FORM,
)
def id_twice(portal: Portal) -> None:
    portal.edit('for="thu-dien-tu"', 'for="dien-thoai"', on=FORM)
    portal.edit('id="thu-dien-tu"', 'id="dien-thoai"', on=FORM)


@fault(
    "a11y-aria-misused",
    "Nút bị giấu khỏi máy đọc mà vẫn nhận bàn phím.",
    "A link is hidden from screen readers and still takes the focus.",
    finds="accessibility.axe",
    peers=(AXE, LIGHTHOUSE),
    on=PROCEDURE,
)
def aria_misused(portal: Portal) -> None:
    portal.edit('<a class="button"', '<a aria-hidden="true" class="button"', on=PROCEDURE)


@fault(
    "a11y-role-wrong",
    "Danh sách mang vai trò bảng chọn nhưng không có mục chọn nào.",
    "A list says that it is a menu of choices, and holds no choice.",
    finds="accessibility.axe",
    peers=(AXE, LIGHTHOUSE),
    on=GUIDE,
)
def role_wrong(portal: Portal) -> None:
    portal.edit(
        '<section aria-labelledby="cac-buoc">',
        '<section role="listbox" aria-labelledby="cac-buoc">',
        on=GUIDE,
    )


@fault(
    "a11y-link-empty",
    "Liên kết chỉ có hình, không có tên.",
    "A link holds only a picture, and has no name.",
    finds="accessibility.axe",
    peers=ALL,
    on=CONTACT,
)
def link_empty(portal: Portal) -> None:
    portal.edit(
        "<address>",
        '<p><a href="/so-do-trang/"><img src="/static/icon.svg" alt="" width="40" '
        'height="40"></a></p><address>',
        on=CONTACT,
    )


@fault(
    "a11y-button-empty",
    "Nút tìm kiếm chỉ có hình kính lúp, không có tên.",
    "The search button holds only a picture, and has no name.",
    finds="accessibility.axe",
    peers=ALL,
)
def button_empty(portal: Portal) -> None:
    portal.edit(
        '<button type="submit">Tìm kiếm</button>',
        '<button type="submit"><img src="/static/icon.svg" alt="" width="24" height="24"></button>',
        on=HOME,
    )


@fault(
    "a11y-table-headers-none",
    "Bảng thống kê không có ô tiêu đề; máy đọc chỉ đọc ra số.",
    "The table of statistics has no header cells; a screen reader tells bare numbers.",
    finds="accessibility.tables",
    peers=(PA11Y, LIGHTHOUSE),
    on=STATISTICS,
)
def table_headers_none(portal: Portal) -> None:
    portal.cut(r'<th scope="(?:col|row)">', "<td>", on=STATISTICS)
    portal.cut("</th>", "</td>", on=STATISTICS)


@fault(
    "a11y-iframe-title-none",
    "Khung bản đồ không có tên.",
    "The frame of the map has no title.",
    finds="accessibility.axe",
    peers=ALL,
    on=CONTACT,
)
def iframe_title_none(portal: Portal) -> None:
    portal.file("/static/ban-do.html", "text/html; charset=utf-8", _MAP)
    portal.header("X-Frame-Options", "SAMEORIGIN", on="/static/ban-do.html")
    policy = portal.headers["Content-Security-Policy"]
    portal.header(
        "Content-Security-Policy",
        policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
        on="/static/ban-do.html",
    )
    portal.edit(
        "</address>",
        '</address><iframe src="/static/ban-do.html" width="280" height="160"></iframe>',
        on=CONTACT,
    )


_MAP = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bản đồ</title></head>'
    '<body><main aria-label="Bản đồ"><h1>Bản đồ</h1><p>Số 1 đường Bến Mẫu.</p></main></body></html>'
)


@fault(
    "a11y-refresh",
    "Trang tự tải lại sau một phút, mất chữ đang gõ.",
    "The page reloads itself after a minute, and what was typed is lost.",
    finds="accessibility.time_limit",
    peers=ALL,
    on=FORM,
)
def refresh(portal: Portal) -> None:
    portal.edit(
        '<meta charset="utf-8">',
        '<meta charset="utf-8"><meta http-equiv="refresh" content="60">',
        on=FORM,
    )


@fault(
    "a11y-autocomplete-wrong",
    "Ô số điện thoại khai sai mục đích, trình duyệt không điền giúp được.",
    "The field for the telephone states a purpose that does not exist, so browsers cannot fill it.",
    finds="accessibility.axe",
    peers=(AXE,),
    on=FORM,
)
def autocomplete_wrong(portal: Portal) -> None:
    portal.edit('autocomplete="tel"', 'autocomplete="so-dien-thoai"', on=FORM)


@fault(
    "a11y-errors-colour",
    "Ô bắt buộc chỉ đổi màu viền khi sai, không nói sai gì.",
    "A required field only turns red when it is wrong; nothing is said.",
    finds="accessibility.errors",
    on=FORM,
)
def errors_colour(portal: Portal) -> None:
    portal.edit(
        'class="long" action="/thu-tuc/1.001193/nop-ho-so/"',
        'class="long" novalidate action="/thu-tuc/1.001193/nop-ho-so/"',
        on=FORM,
    )
    portal.css(".wrong { border-color: #b3261e; }")
    portal.js(
        """document.querySelectorAll('form.long[novalidate]').forEach(function (form) {
  form.addEventListener('submit', function (event) {
    form.querySelectorAll('[required]').forEach(function (one) {
      var bad = one.type === 'checkbox' ? !one.checked : !one.value;
      one.classList.toggle('wrong', bad);
      if (bad) event.preventDefault();
    });
  });
});"""
    )
