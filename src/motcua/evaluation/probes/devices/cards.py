"""Cards of what is looked at under devices."""

from functools import partial

from motcua.evaluation.probes.accessibility import card_rows
from motcua.evaluation.probes.accessibility.success import source
from motcua.evaluation.values.facts import (
    Area,
    Better,
    FactCard,
    Scope,
    Severity,
    Source,
    Unit,
)
from motcua.kernel.words import Sentence

_counted = partial(card_rows.counted, area=Area.DEVICES)
_SEEN = Source("IPS/UNDP 2024: tương thích máy tính và điện thoại")
_VIEWPORT = Source(
    "MDN, viewport meta tag",
    "https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/meta/name/viewport",
)

CARDS = (
    FactCard(
        code="devices.viewport",
        area=Area.DEVICES,
        name=Sentence("Trang theo bề rộng của máy", "The page follows the width of the device"),
        scope=Scope.PAGE,
        unit=Unit.YES_NO,
        better=Better.MORE,
        limit=True,
        severity=Severity.CRITICAL,
        remedy=Sentence(
            "Thêm <meta name=viewport content=“width=device-width, initial-scale=1”>.",
            "Add <meta name=viewport content=“width=device-width, initial-scale=1”>.",
        ),
        sources=(_VIEWPORT, _SEEN),
    ),
    FactCard(
        code="devices.zoom_locked",
        area=Area.DEVICES,
        name=Sentence("Trang chặn phóng to", "The page forbids zoom"),
        scope=Scope.PAGE,
        unit=Unit.YES_NO,
        better=Better.LESS,
        limit=False,
        severity=Severity.SERIOUS,
        remedy=Sentence(
            "Bỏ user-scalable=no và maximum-scale khỏi viewport.",
            "Remove user-scalable=no and maximum-scale from the viewport.",
        ),
        sources=(source("1.4.4"), _VIEWPORT),
    ),
    FactCard(
        code="devices.overflow",
        area=Area.DEVICES,
        name=Sentence(
            "Trang tràn ngang ở 320, 360, 768 px", "The page is too wide at 320, 360, 768 px"
        ),
        scope=Scope.PAGE,
        unit=Unit.PIXELS,
        better=Better.LESS,
        limit=0,
        severity=Severity.SERIOUS,
        remedy=Sentence(
            "Bỏ chiều rộng cố định; hình, khung nhúng để max-width: 100 %.",
            "Drop fixed widths; give images and frames max-width: 100%.",
        ),
        sources=(source("1.4.10"), _SEEN),
    ),
    _counted(
        "touch",
        name=("Chỗ chạm quá nhỏ, quá sát trên điện thoại", "Targets too small on a phone"),
        remedy=(
            "Cho chỗ chạm ít nhất 24 px, tốt nhất 44 px, và giãn cách ra.",
            "Give targets 24 px at least, best 44 px, and room between them.",
        ),
        severity=Severity.SERIOUS,
        criteria="2.5.8",
        sources=(_SEEN,),
    ),
    _counted(
        "tables",
        name=("Bảng không vừa điện thoại", "Tables that do not fit a phone"),
        remedy=(
            "Đặt bảng trong khung overflow-x: auto, hoặc xếp dòng thành thẻ.",
            "Put the table in a box with overflow-x: auto, or stack its rows.",
        ),
        severity=Severity.MODERATE,
        sources=(_SEEN,),
    ),
    _counted(
        "hover_menus",
        name=("Mục chỉ hiện khi rê chuột", "Items that show only on hover"),
        remedy=(
            "Mở bằng nút bấm có aria-expanded, đừng chỉ dùng :hover.",
            "Open with a button that has aria-expanded, not with :hover alone.",
        ),
        severity=Severity.SERIOUS,
        criteria="2.1.1",
        sources=(_SEEN,),
    ),
    _counted(
        "text_small",
        name=("Chữ nhỏ dưới 12 px trên điện thoại", "Texts under 12 px on a phone"),
        remedy=(
            "Đừng thu nhỏ chữ ở màn hình hẹp; giữ ít nhất 12 px, nội dung 16 px.",
            "Do not shrink letters on narrow screens; keep 12 px, running text 16 px.",
        ),
        severity=Severity.MODERATE,
        sources=(_SEEN,),
    ),
    _counted(
        "layers",
        name=("Lớp ghim che quá một phần ba màn hình", "Layers over a third of the screen"),
        remedy=(
            "Thu nhỏ hoặc thôi ghim thanh đầu, bong bóng trò chuyện, quảng cáo.",
            "Shrink headers, chat bubbles and notices, or let them scroll away.",
        ),
        severity=Severity.SERIOUS,
        criteria="2.4.11",
        sources=(_SEEN,),
    ),
    _counted(
        "field_letters",
        name=("Ô nhập có chữ dưới 16 px", "Fields with letters under 16 px"),
        remedy=(
            "Đặt font-size ô nhập ít nhất 16 px để iPhone không tự phóng trang.",
            "Set fields in 16 px at least, so that an iPhone does not zoom the page.",
        ),
        severity=Severity.MINOR,
        sources=(_SEEN,),
    ),
    _counted(
        "telephone",
        name=("Số điện thoại không bấm gọi được", "Telephone numbers that cannot be tapped"),
        remedy=(
            "Viết số điện thoại thành liên kết tel:.",
            "Write telephone numbers as tel: links.",
        ),
        severity=Severity.MINOR,
        sources=(Source("RFC 3966", "https://www.rfc-editor.org/rfc/rfc3966"), _SEEN),
    ),
    _counted(
        "lost",
        name=("Nội dung mất trên điện thoại", "Content gone on a phone"),
        remedy=(
            "Đừng giấu nội dung ở màn hình hẹp; xếp lại hoặc cho mở ra.",
            "Do not hide content on narrow screens; rearrange it or let it be opened.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.4.10",
        sources=(_SEEN,),
    ),
)
