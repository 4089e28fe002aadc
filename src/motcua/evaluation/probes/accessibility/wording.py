"""Our own rules: the sentence that is told of a place, and the success criteria it fails.

`{name}` and its like are filled with what was measured on the page.
"""

from motcua.evaluation.probes.accessibility.wording_forms import FORMS
from motcua.evaluation.probes.accessibility.wording_keyboard import KEYBOARD
from motcua.evaluation.probes.accessibility.wording_rows import rule

TEXT = {
    "text-under-16": rule(
        "Chữ của nội dung chỉ cao {size} px, dưới 16 px.",
        "Running text is only {size} px, under 16 px.",
    ),
    "text-tiny": rule(
        "Chữ “{text}” chỉ cao {size} px, dưới 12 px.",
        "The text “{text}” is only {size} px, under 12 px.",
    ),
    "lang-missing": rule("Thẻ html không ghi lang.", "The html element has no lang.", "3.1.1"),
    "lang-wrong": rule(
        "Trang ghi lang=“{said}” nhưng chữ trên trang là tiếng “{spoken}”.",
        "The page says lang “{said}” but its text is “{spoken}”.",
        "3.1.1",
    ),
    "lang-part": rule(
        "Đoạn “{text}” viết bằng tiếng khác mà vẫn mang lang=“{given}”.",
        "“{text}” is in another language and still carries lang “{given}”.",
        "3.1.2",
    ),
    "title-missing": rule("Trang không có title.", "The page has no title.", "2.4.2"),
    "title-empty": rule(
        "Tên trang “{title}” không nói trang này về việc gì.",
        "The title “{title}” does not tell what the page is about.",
        "2.4.2",
    ),
    "title-address": rule(
        "Tên trang là địa chỉ “{title}”, không phải lời.",
        "The title is the address “{title}”, no words.",
        "2.4.2",
    ),
    "title-shared": rule(
        "Tên trang “{title}” dùng chung cho {many} trang khác địa chỉ.",
        "The title “{title}” is shared by {many} pages of different addresses.",
        "2.4.2",
    ),
    "heading-none": rule("Trang không có tiêu đề nào.", "The page has no headings."),
    "heading-first": rule(
        "Trang không có tiêu đề cấp một; tiêu đề đầu tiên là cấp {level}.",
        "The page has no first-level heading; its first is of level {level}.",
    ),
    "heading-empty": rule("Tiêu đề cấp {level} để rỗng.", "A heading of level {level} is empty."),
    "heading-skip": rule(
        "Tiêu đề “{text}” nhảy từ cấp {from} xuống cấp {to}.",
        "The heading “{text}” jumps from level {from} to level {to}.",
    ),
    "heading-fake": rule(
        "“{text}” in đậm cao {size} px như tiêu đề nhưng không phải thẻ tiêu đề.",
        "“{text}” is bold at {size} px like a heading but is no heading element.",
        "1.3.1",
    ),
    "table-headless": rule(
        "Bảng {rows} dòng, {columns} cột không có ô tiêu đề (th).",
        "A table of {rows} rows and {columns} columns has no header cells (th).",
        "1.3.1",
    ),
    "link-vague": rule(
        "Liên kết chỉ ghi “{text}”, đọc riêng không biết dẫn tới đâu.",
        "The link says only “{text}”; alone it does not tell where it leads.",
        "2.4.4",
    ),
    "link-same": rule(
        "{times} liên kết cùng ghi “{text}” mà dẫn tới những nơi khác nhau.",
        "{times} links say the same “{text}” and lead to different places.",
    ),
    "sensory-only": rule(
        "Câu “{text}” chỉ dẫn bằng màu, hình hay vị trí.",
        "“{text}” directs by colour, shape or place only.",
        "1.3.3",
    ),
}

LOOKS = {
    "reflow-wide": rule(
        "Ở màn hình {room} px, chỗ này kéo trang rộng ra tới {width} px.",
        "On a {room} px screen this stretches the page to {width} px.",
        "1.4.10",
    ),
    "reflow-cut": rule(
        "Ở màn hình 320 px, chữ “{text}” bị cắt.",
        "On a 320 px screen the text “{text}” is cut off.",
        "1.4.10",
    ),
    "reflow-overlap": rule(
        "Ở màn hình 320 px, chữ “{text}” đè lên “{other}”.",
        "On a 320 px screen the text “{text}” lies over “{other}”.",
        "1.4.10",
    ),
    "zoom-cut": rule(
        "Phóng to 200 %, chữ “{text}” bị cắt mất.",
        "At 200 % zoom the text “{text}” is cut off.",
        "1.4.4",
    ),
    "zoom-overlap": rule(
        "Phóng to 200 %, chữ “{text}” đè lên “{other}”.",
        "At 200 % zoom the text “{text}” lies over “{other}”.",
        "1.4.4",
    ),
    "spacing-cut": rule(
        "Giãn chữ theo WCAG 1.4.12, chữ “{text}” bị cắt mất.",
        "With the spacing of WCAG 1.4.12 the text “{text}” is cut off.",
        "1.4.12",
    ),
    "spacing-overlap": rule(
        "Giãn chữ theo WCAG 1.4.12, chữ “{text}” đè lên “{other}”.",
        "With the spacing of WCAG 1.4.12 the text “{text}” lies over “{other}”.",
        "1.4.12",
    ),
    "field-faint": rule(
        "Viền ô “{text}” chỉ tương phản {ratio}:1 với nền, cần 3:1.",
        "The edge of “{text}” has a contrast of {ratio}:1 with the ground; it needs 3:1.",
        "1.4.11",
    ),
    "orientation-turned": rule(
        "CSS “{selector}” xoay cả trang khi màn hình ở chiều {way}.",
        "The style “{selector}” turns the whole page in {way} orientation.",
        "1.3.4",
    ),
    "orientation-hidden": rule(
        "CSS “{selector}” giấu cả trang khi màn hình ở chiều {way}.",
        "The style “{selector}” hides the whole page in {way} orientation.",
        "1.3.4",
    ),
}

MEDIA = {
    "alt-file": rule(
        "Chữ thay thế “{alt}” là tên tệp, không nói hình có gì.",
        "The alternative text “{alt}” is a file name and tells nothing of the image.",
        "1.1.1",
    ),
    "alt-word": rule(
        "Chữ thay thế “{alt}” không nói hình có gì.",
        "The alternative text “{alt}” tells nothing of the image.",
        "1.1.1",
    ),
    "image-stands-for-text": rule(
        "Hình đứng thay cho chữ “{text}”.",
        "An image stands in for the words “{text}”.",
        "1.4.5",
    ),
    "image-holds-text": rule(
        "Hình “{file}” có vẻ chứa cả đoạn chữ: “{text}”.",
        "The image “{file}” seems to hold a passage of text: “{text}”.",
        "1.4.5",
    ),
    "video-uncaptioned": rule(
        "Video “{src}” không có phụ đề.", "The video “{src}” has no captions.", "1.2.2"
    ),
    "sound-autoplay": rule(
        "Thẻ {tag} tự phát tiếng khi mở trang.",
        "A {tag} element plays sound by itself when the page opens.",
        "1.4.2",
    ),
    "motion-endless": rule(
        "Chuyển động “{name}” chạy quá 5 giây mà không có nút dừng.",
        "The animation “{name}” runs for more than 5 seconds with no way to stop it.",
        "2.2.2",
    ),
    "motion-marquee": rule(
        "Chữ chạy bằng thẻ {tag}: “{text}”.", "Text moves in a {tag}: “{text}”.", "2.2.2"
    ),
    "motion-video": rule(
        "Video tự chạy mà không có nút dừng.", "A video plays with no way to stop it.", "2.2.2"
    ),
    "motion-carousel": rule(
        "Băng hình tự chuyển mà không có nút dừng.",
        "A carousel moves on by itself with no way to stop it.",
        "2.2.2",
    ),
    "motion-not-reduced": rule(
        "Chuyển động “{name}” vẫn chạy dù người dùng xin bớt chuyển động.",
        "The animation “{name}” runs on though the user asks for less motion.",
    ),
    "refresh-timed": rule(
        "Trang tự tải lại hoặc chuyển đi sau {seconds} giây.",
        "The page reloads or leaves by itself after {seconds} seconds.",
        "2.2.1",
    ),
    "menu-reordered": rule(
        "Trình đơn xếp “{first}” trước “{second}”, trang khác xếp ngược lại.",
        "The menu puts “{first}” before “{second}”; another page does the reverse.",
        "3.2.3",
    ),
    "help-elsewhere": rule(
        "Chỗ liên hệ, trợ giúp của trang này ở “{here}”, trang khác ở “{there}”.",
        "Contact and help of this page are in “{here}”, of other pages in “{there}”.",
        "3.2.6",
    ),
    "one-way-only": rule(
        "Chỉ thấy {ways} cách tìm tới các trang.",
        "Only {ways} way of finding the pages was seen.",
        "2.4.5",
    ),
}

RULES = {**TEXT, **LOOKS, **MEDIA, **FORMS, **KEYBOARD}
"""Every rule of ours by its code."""
