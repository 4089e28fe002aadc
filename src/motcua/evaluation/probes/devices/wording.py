"""Rules of phones and computers: the sentence that is told of a place."""

from motcua.evaluation.probes.accessibility.wording_rows import rule

RULES = {
    "viewport-missing": rule(
        "Trang không khai báo viewport, điện thoại thu nhỏ cả trang lại.",
        "The page has no viewport; a phone shrinks the whole of it.",
    ),
    "viewport-fixed": rule(
        "Viewport đặt width={width}, không theo bề rộng của máy.",
        "The viewport says width={width}, not the width of the device.",
    ),
    "zoom-forbidden": rule("Trang chặn phóng to bằng {said}.", "The page forbids zoom by {said}."),
    "phone-wide": rule(
        "Trên màn hình {room} px, “{name}” lấn ra tới {width} px.",
        "On a {room} px screen “{name}” runs out to {width} px.",
    ),
    "table-fixed": rule(
        "Bảng rộng {width} px trên màn hình {room} px mà không nằm trong khung cuộn.",
        "A table of {width} px on a {room} px screen is in no box that scrolls.",
    ),
    "phone-hover": rule(
        "“{name}” chỉ hiện khi rê chuột ({selector}); điện thoại không rê được.",
        "“{name}” shows only on hover ({selector}); a phone cannot hover.",
    ),
    "layer-large": rule(
        "Lớp “{name}” ghim trên màn hình, che {share} % màn hình điện thoại.",
        "The layer “{name}” stays and covers {share} % of a phone's screen.",
    ),
    "field-letters-small": rule(
        "Chữ trong ô “{name}” cao {size} px; iPhone tự phóng trang khi dưới 16 px.",
        "Letters in “{name}” are {size} px; an iPhone zooms the page under 16 px.",
    ),
    "number-not-linked": rule(
        "Số {number} không bấm gọi được.", "The number {number} cannot be tapped to call."
    ),
    "touch-small": rule(
        "Trên điện thoại, “{name}” chỉ {width}×{height} px, sát “{near}”.",
        "On a phone “{name}” is only {width}×{height} px and close to “{near}”.",
    ),
    "phone-tiny": rule(
        "Trên điện thoại, chữ “{text}” chỉ cao {size} px.",
        "On a phone the text “{text}” is only {size} px.",
    ),
    "phone-lost": rule(
        "“{text}” có trên máy tính mà mất hẳn trên điện thoại.",
        "“{text}” is there on a computer and gone on a phone.",
    ),
}
