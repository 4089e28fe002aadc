"""What cannot be read: colours, sizes, and what breaks when a reader enlarges or spaces text."""

from tests.portals.faults import ALL, AXE, HOME, LIGHTHOUSE, PRIVACY, PROCEDURE, SERVICES, fault
from tests.portals.portal import Portal


@fault(
    "a11y-contrast",
    "Chữ xám nhạt trên nền trắng.",
    "Pale grey text on white.",
    finds="accessibility.contrast",
    peers=ALL,
    on=PRIVACY,
)
def contrast(portal: Portal) -> None:
    portal.css("main p { color: #a3a3a3; }")


@fault(
    "a11y-link-colour-only",
    "Liên kết trong đoạn văn chỉ khác chữ thường ở màu.",
    "Links within text differ from it by colour alone.",
    finds="accessibility.axe",
    peers=(AXE, LIGHTHOUSE),
    on=PRIVACY,
)
def link_colour_only(portal: Portal) -> None:
    portal.css("main p a { text-decoration: none; color: #16324f; }")


@fault(
    "a11y-text-small",
    "Chữ của trang chỉ cao 11 điểm ảnh.",
    "The text of the page is 11 pixels high.",
    finds="accessibility.text.size",
    peers=(LIGHTHOUSE,),
    on=PRIVACY,
)
def text_small(portal: Portal) -> None:
    portal.css("main p, main li { font-size: 11px; }")


@fault(
    "a11y-target-small",
    "Các nút đánh giá nhỏ 14 điểm ảnh và sát nhau.",
    "Buttons of 14 pixels, close together.",
    finds="accessibility.target.size",
    peers=(LIGHTHOUSE,),
    on=SERVICES,
)
def target_small(portal: Portal) -> None:
    pages = "".join(f'<a href="/thu-tuc/?trang={one}">{one}</a>' for one in range(1, 7))
    portal.edit(
        "</table>\n</div>",
        f'</table>\n</div><nav class="tiny" aria-label="Các trang">{pages}</nav>',
        on=SERVICES,
    )
    portal.css(
        ".tiny { display: flex; gap: 1px; } .tiny a { font-size: 16px; line-height: 14px; width: "
        "14px; height: 14px; text-align: center; overflow: hidden; }"
    )


@fault(
    "a11y-reflow",
    "Nội dung rộng cố định 900 điểm ảnh, phóng to là phải cuộn ngang.",
    "Content is 900 pixels wide whatever happens; who enlarges it must scroll sideways.",
    finds="accessibility.reflow",
    on=PROCEDURE,
)
def reflow(portal: Portal) -> None:
    portal.css("main .panel { width: 900px; }")


@fault(
    "a11y-zoom-clipped",
    "Phóng to 200 % thì chữ trong khung bị cắt mất.",
    "At 200 % the text of a box is cut off.",
    finds="accessibility.zoom",
    on=PROCEDURE,
)
def zoom_clipped(portal: Portal) -> None:
    portal.css(
        "@media (max-width: 700px) and (min-width: 400px) { "
        ".panel { height: 3.5rem; overflow: hidden; white-space: nowrap; } }"
    )


@fault(
    "a11y-spacing-clipped",
    "Giãn chữ ra cho dễ đọc thì chữ bị cắt mất.",
    "Who spaces text out to read it loses some of it.",
    finds="accessibility.spacing",
    on=HOME,
)
def spacing_clipped(portal: Portal) -> None:
    portal.css(".cards p { height: 3.2em; line-height: 1.05; overflow: hidden; }")


@fault(
    "a11y-alt-file-name",
    "Thông báo quan trọng chỉ là một bức ảnh chụp chữ, chữ thay thế là tên tệp.",
    "An important notice is a picture of text; its alternative is a file name.",
    finds="accessibility.alt",
    on=HOME,
)
def alt_file_name(portal: Portal) -> None:
    portal.cut(
        '<div class="notice"><p>.*?</p></div>',
        '<p><img src="/static/buoc-1.png" alt="IMG_20260701.png" width="480" height="240"></p>',
        on=HOME,
    )
