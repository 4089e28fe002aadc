"""Cards of what is looked at under accessibility."""

from motcua.evaluation.probes.accessibility.card_rows import counted, told_as
from motcua.evaluation.probes.accessibility.cards_use import USE
from motcua.evaluation.probes.accessibility.success import AUTOMATIC
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

_SEE = (
    counted(
        "axe",
        name=("Lỗi tiếp cận do axe tìm thấy", "Faults of accessibility that axe finds"),
        remedy=(
            "Mở từng chỗ bên dưới; mỗi chỗ ghi quy tắc bị phạm và cách nhận ra.",
            "Go through the places below; each names the rule that it breaks.",
        ),
        severity=Severity.SERIOUS,
        sources=(Source("axe-core", "https://github.com/dequelabs/axe-core"),),
        criteria="1.1.1 1.3.1 1.4.3 4.1.2",
    ),
    counted(
        "contrast",
        name=("Chữ thiếu tương phản với nền", "Texts with too little contrast"),
        remedy=(
            "Làm chữ đậm màu hơn hoặc nền nhạt hơn: ít nhất 4,5:1, chữ lớn 3:1.",
            "Darken the text or lighten the ground: at least 4.5:1, large text 3:1.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.4.3",
    ),
    counted(
        "field_contrast",
        name=("Ô nhập có viền quá nhạt", "Fields with edges too faint"),
        remedy=(
            "Tô viền ô nhập đậm hơn, tương phản với nền ít nhất 3:1.",
            "Draw the edges of fields darker, at least 3:1 against the ground.",
        ),
        severity=Severity.MODERATE,
        criteria="1.4.11",
    ),
    counted(
        "reflow",
        name=("Nội dung không vừa màn hình 320 px", "Content that does not fit 320 px"),
        remedy=(
            "Bỏ chiều rộng cố định; dùng max-width: 100 %, flex-wrap, grid co giãn.",
            "Drop fixed widths; use max-width: 100%, flex-wrap and fluid grids.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.4.10",
    ),
    counted(
        "zoom",
        name=("Chữ bị mất, bị đè khi phóng to 200 %", "Text lost or covered at 200 % zoom"),
        remedy=(
            "Đừng đặt chiều cao cố định hay overflow: hidden cho khung chứa chữ.",
            "Give no fixed height and no overflow: hidden to boxes that hold text.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.4.4",
    ),
    counted(
        "spacing",
        name=("Chữ bị mất, bị đè khi giãn chữ", "Text lost or covered with wider spacing"),
        remedy=(
            "Dùng min-height thay height, để khung tự cao lên theo chữ.",
            "Use min-height for height, and let boxes grow with their text.",
        ),
        severity=Severity.MODERATE,
        criteria="1.4.12",
    ),
    FactCard(
        code="accessibility.text.size",
        area=Area.ACCESSIBILITY,
        name=Sentence("Cỡ chữ của nội dung", "Size of running text"),
        scope=Scope.PAGE,
        unit=Unit.PIXELS,
        better=Better.MORE,
        limit=16,
        severity=Severity.SERIOUS,
        remedy=Sentence(
            "Đặt chữ nội dung ít nhất 16 px (1rem), đừng thu nhỏ ở từng khối.",
            "Set running text in 16 px (1rem) at least, and do not shrink it block by block.",
        ),
        sources=(
            Source("IPS/UNDP 2024: chữ quá nhỏ"),
            Source("USWDS, Typography", "https://designsystem.digital.gov/components/typography/"),
        ),
    ),
    counted(
        "text.small",
        name=("Chữ nhỏ dưới 12 px", "Texts under 12 px"),
        remedy=(
            "Chữ phụ, chú thích cũng để ít nhất 12 px.",
            "Set even notes and captions in 12 px at least.",
        ),
        severity=Severity.MODERATE,
        sources=(Source("IPS/UNDP 2024: chữ quá nhỏ"),),
    ),
    counted(
        "alt",
        name=("Chữ thay thế của hình vô nghĩa", "Alternative texts that say nothing"),
        remedy=(
            "Viết alt nói đúng điều hình cho biết, không chép tên tệp hay chữ “hình ảnh”.",
            "Write an alt that says what the image tells, no file name and no “image”.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.1.1",
    ),
    counted(
        "images_of_text",
        name=("Hình đứng thay cho chữ", "Images that stand in for text"),
        remedy=(
            "Viết thành chữ thật trên trang để phóng to, đọc lên, tìm được.",
            "Write real text, which can be enlarged, read out and searched.",
        ),
        severity=Severity.MODERATE,
        criteria="1.4.5",
    ),
    counted(
        "captions",
        name=("Video không có phụ đề", "Videos without captions"),
        remedy=(
            "Thêm tệp phụ đề tiếng Việt (.vtt) bằng thẻ track kind=captions.",
            "Add a caption file (.vtt) in Vietnamese with a track of kind captions.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.2.2",
    ),
    counted(
        "sound",
        name=("Tiếng tự phát khi mở trang", "Sound that plays by itself"),
        remedy=(
            "Bỏ autoplay, để người dùng tự bấm nghe.",
            "Drop autoplay and let people press play.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.4.2",
    ),
    counted(
        "motion",
        name=("Chuyển động không dừng được", "Movement that cannot be stopped"),
        remedy=(
            "Thêm nút tạm dừng cho băng hình, chữ chạy; hoặc bỏ chuyển động.",
            "Give carousels and moving text a pause button, or let them stand still.",
        ),
        severity=Severity.MODERATE,
        criteria="2.2.2",
    ),
    counted(
        "motion.reduced",
        name=("Chuyển động không chịu bớt", "Movement that ignores the wish for less"),
        remedy=(
            "Tắt chuyển động trong @media (prefers-reduced-motion: reduce).",
            "Turn movement off in @media (prefers-reduced-motion: reduce).",
        ),
        severity=Severity.MINOR,
        sources=(
            Source("WCAG 2.2, technique C39", "https://www.w3.org/WAI/WCAG22/Techniques/css/C39"),
        ),
    ),
    counted(
        "orientation",
        name=("Trang khóa chiều màn hình", "Pages locked to one orientation"),
        remedy=(
            "Bỏ CSS xoay hoặc giấu trang theo orientation.",
            "Remove the styles that turn or hide the page by orientation.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.3.4",
    ),
)

_CRITERIA = tuple(
    FactCard(
        code=one.fact,
        area=Area.ACCESSIBILITY,
        name=Sentence(
            f"WCAG {number} {one.name.vi}: số chỗ máy thấy không đạt",
            f"WCAG {number} {one.name.en}: places that a machine sees failing",
        ),
        scope=one.scope,
        unit=Unit.COUNT,
        better=Better.LESS,
        limit=0,
        severity=Severity.SERIOUS if one.level == "A" else Severity.MODERATE,
        remedy=one.remedy,
        sources=(one.source,),
    )
    for number, one in AUTOMATIC.items()
    if one.remedy is not None
)

_SITE = (
    told_as("menu", Unit.WORD, name=("Các mục trình đơn, theo thứ tự", "Items of the menu")),
    told_as("help_place", Unit.WORD, name=("Chỗ đặt trợ giúp", "Where help is placed")),
    told_as("ways", Unit.COUNT, name=("Số cách tìm tới các trang", "Ways of finding the pages")),
)

CARDS = (*_SEE, *USE, *_SITE, *_CRITERIA)
"""Every fact of the area."""
