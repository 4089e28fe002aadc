"""What a person without a mouse cannot do."""

from tests.portals.faults import AXE, FORM, LIGHTHOUSE, PROCEDURE, SERVICES, fault
from tests.portals.portal import ANYWHERE, Portal


@fault(
    "a11y-trap",
    "Vào ô nội dung bằng bàn phím thì không ra được nữa.",
    "Whoever enters the text field with the keyboard cannot leave it.",
    finds="accessibility.keyboard.trap",
    on=FORM,
)
def trap(portal: Portal) -> None:
    portal.js(
        """document.querySelectorAll('textarea').forEach(function (one) {
  one.addEventListener('keydown', function (event) {
    if (event.key === 'Tab') { event.preventDefault(); one.setRangeText('  '); }
  });
});"""
    )


@fault(
    "a11y-button-div",
    "Nút nộp hồ sơ là một khối chữ chỉ bấm được bằng chuột.",
    "The button to apply is a block of text that only a mouse can press.",
    finds="accessibility.keyboard.reach",
    on=PROCEDURE,
)
def button_div(portal: Portal) -> None:
    portal.cut(
        '<a class="button" href="[^"]*">Nộp hồ sơ trực tuyến</a>',
        '<span class="button apply">Nộp hồ sơ trực tuyến</span>',
        on=PROCEDURE,
    )
    portal.js(
        """document.querySelectorAll('.apply').forEach(function (one) {
  one.addEventListener('click', function () { location.href = location.pathname + 'nop-ho-so/'; });
});"""
    )


@fault(
    "a11y-focus-invisible",
    "Không thấy bàn phím đang đứng ở đâu.",
    "Nothing shows where the keyboard is.",
    finds="accessibility.focus.visible",
)
def focus_invisible(portal: Portal) -> None:
    portal.css("*:focus, *:focus-visible, [tabindex]:focus-visible { outline: none !important; }")


@fault(
    "a11y-focus-obscured",
    "Thanh dính ở cuối trang che mất chỗ bàn phím đang đứng.",
    "A bar that sticks to the bottom hides what has the focus.",
    finds="accessibility.focus.obscured",
    on=SERVICES,
)
def focus_obscured(portal: Portal) -> None:
    portal.edit(
        "</footer>",
        '<div class="stuck"><p>Tổng đài hỗ trợ 1900 0000</p></div></footer>',
        on=ANYWHERE,
    )
    portal.css(
        ".stuck { position: fixed; left: 0; right: 0; bottom: 0; height: 16rem; background: "
        "#0b4f9c; color: #fff; padding: 1rem; }"
    )


@fault(
    "a11y-tabindex-positive",
    "Thứ tự bàn phím bị ép bằng số, nhảy lung tung.",
    "The keyboard's order is forced by numbers, and jumps about.",
    finds="accessibility.keyboard.order",
    peers=(AXE, LIGHTHOUSE),
    on=FORM,
)
def tabindex_positive(portal: Portal) -> None:
    portal.edit(
        '<textarea id="noi-dung-yeu-cau"', '<textarea tabindex="1" id="noi-dung-yeu-cau"', on=FORM
    )
    portal.edit('<input id="dien-thoai"', '<input tabindex="2" id="dien-thoai"', on=FORM)


@fault(
    "a11y-order-reversed",
    "Thứ tự bàn phím ngược với thứ tự nhìn thấy.",
    "The keyboard goes through the page against the order that one sees.",
    finds="accessibility.keyboard.order",
    on=FORM,
)
def order_reversed(portal: Portal) -> None:
    portal.css("form.long { display: flex; flex-direction: column-reverse; }")


@fault(
    "a11y-skip-broken",
    "Lối bỏ qua đầu trang không dẫn tới đâu.",
    "The link past the head of the page leads nowhere.",
    finds="accessibility.skip_link",
    peers=(AXE, LIGHTHOUSE),
)
def skip_broken(portal: Portal) -> None:
    portal.edit('<main id="noi-dung" tabindex="-1">', "<main>", on=ANYWHERE)
