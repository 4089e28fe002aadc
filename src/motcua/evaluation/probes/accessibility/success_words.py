"""WCAG 2.2, A and AA, as a table: number, level, anchor, names, how to mend what is found."""

from motcua.evaluation.probes.accessibility.success_operable import OPERABLE
from motcua.evaluation.probes.accessibility.success_rows import by_person, seen

_PERCEIVABLE = {
    "1.1.1": seen(
        "A",
        "non-text-content",
        name=("Nội dung không phải chữ", "Non-text content"),
        remedy=(
            "Viết alt nói đúng điều hình cho biết; hình trang trí để alt rỗng.",
            "Write an alt that says what the image tells; leave it empty for decoration.",
        ),
    ),
    "1.2.1": by_person(
        "A",
        "audio-only-and-video-only-prerecorded",
        ("Chỉ có tiếng hoặc chỉ có hình (ghi sẵn)", "Audio-only and video-only (prerecorded)"),
    ),
    "1.2.2": seen(
        "A",
        "captions-prerecorded",
        name=("Phụ đề (ghi sẵn)", "Captions (prerecorded)"),
        remedy=(
            "Thêm phụ đề tiếng Việt cho video bằng thẻ track kind=captions.",
            "Add Vietnamese captions to the video with a track of kind captions.",
        ),
    ),
    "1.2.3": by_person(
        "A",
        "audio-description-or-media-alternative-prerecorded",
        (
            "Lời tả hình hoặc bản chữ thay thế (ghi sẵn)",
            "Audio description or media alternative (prerecorded)",
        ),
    ),
    "1.2.4": by_person("AA", "captions-live", ("Phụ đề (trực tiếp)", "Captions (live)")),
    "1.2.5": by_person(
        "AA",
        "audio-description-prerecorded",
        ("Lời tả hình (ghi sẵn)", "Audio description (prerecorded)"),
    ),
    "1.3.1": seen(
        "A",
        "info-and-relationships",
        name=("Thông tin và quan hệ", "Info and relationships"),
        remedy=(
            "Dùng đúng thẻ cho tiêu đề, danh sách, bảng, nhóm ô nhập, thay vì chỉ chỉnh kiểu chữ.",
            "Use the right elements for headings, lists, tables and groups of fields, not styles.",
        ),
    ),
    "1.3.2": by_person("A", "meaningful-sequence", ("Thứ tự đọc có nghĩa", "Meaningful sequence")),
    "1.3.3": seen(
        "A",
        "sensory-characteristics",
        name=("Đặc điểm cảm quan", "Sensory characteristics"),
        remedy=(
            "Gọi tên nút, ô cần dùng; đừng chỉ nói màu, hình dạng hay vị trí.",
            "Call buttons and fields by name, not by colour, shape or place alone.",
        ),
    ),
    "1.3.4": seen(
        "AA",
        "orientation",
        name=("Hướng màn hình", "Orientation"),
        remedy=(
            "Bỏ phần CSS xoay hoặc khóa trang theo một chiều màn hình.",
            "Remove the styles that turn the page or lock it to one orientation.",
        ),
    ),
    "1.3.5": seen(
        "AA",
        "identify-input-purpose",
        name=("Mục đích của ô nhập", "Identify input purpose"),
        remedy=(
            "Đặt autocomplete đúng cho các ô hỏi về chính người dùng (name, email, tel, bday…).",
            "Put the right autocomplete on fields about the user (name, email, tel, bday…).",
        ),
    ),
    "1.4.1": seen(
        "A",
        "use-of-color",
        name=("Dùng màu", "Use of color"),
        remedy=(
            "Ngoài màu, thêm gạch chân, biểu tượng hoặc chữ.",
            "Add an underline, an icon or words beside the colour.",
        ),
    ),
    "1.4.2": seen(
        "A",
        "audio-control",
        name=("Điều khiển âm thanh", "Audio control"),
        remedy=(
            "Đừng tự phát tiếng; nếu phát thì có nút tắt ngay đầu trang.",
            "Do not play sound by itself, or give a button to stop it at the top of the page.",
        ),
    ),
    "1.4.3": seen(
        "AA",
        "contrast-minimum",
        name=("Tương phản tối thiểu", "Contrast (minimum)"),
        remedy=(
            "Làm chữ đậm màu hơn hoặc nền nhạt hơn: ít nhất 4,5:1, chữ lớn 3:1.",
            "Darken the text or lighten the ground: at least 4.5:1, large text 3:1.",
        ),
    ),
    "1.4.4": seen(
        "AA",
        "resize-text",
        name=("Phóng to chữ", "Resize text"),
        remedy=(
            "Cho phép phóng to; đừng đặt chiều cao cố định cho khung chứa chữ.",
            "Allow zoom; give no fixed height to boxes that hold text.",
        ),
    ),
    "1.4.5": seen(
        "AA",
        "images-of-text",
        name=("Hình chứa chữ", "Images of text"),
        remedy=(
            "Viết thành chữ thật trên trang, dùng CSS để trình bày.",
            "Write real text on the page and style it.",
        ),
    ),
    "1.4.10": seen(
        "AA",
        "reflow",
        name=("Xuống dòng ở 320 px", "Reflow"),
        remedy=(
            "Bỏ chiều rộng cố định; dùng max-width, flex-wrap, grid co giãn để vừa 320 px.",
            "Drop fixed widths; use max-width, flex-wrap and fluid grids to fit 320 px.",
        ),
    ),
    "1.4.11": seen(
        "AA",
        "non-text-contrast",
        name=("Tương phản của thành phần không phải chữ", "Non-text contrast"),
        remedy=(
            "Viền ô nhập và biểu tượng phải khác nền ít nhất 3:1.",
            "Borders of fields and icons need 3:1 against what is around them.",
        ),
    ),
    "1.4.12": seen(
        "AA",
        "text-spacing",
        name=("Giãn cách chữ", "Text spacing"),
        remedy=(
            "Dùng min-height thay height, bỏ overflow: hidden trên khung có chữ.",
            "Use min-height for height and no overflow: hidden on boxes with text.",
        ),
    ),
    "1.4.13": by_person(
        "AA",
        "content-on-hover-or-focus",
        ("Nội dung hiện khi rê chuột hoặc lấy nét", "Content on hover or focus"),
    ),
}

_UNDERSTANDABLE = {
    "3.1.1": seen(
        "A",
        "language-of-page",
        name=("Ngôn ngữ của trang", "Language of page"),
        remedy=(
            "Ghi lang='vi' trên thẻ html của trang tiếng Việt.",
            "Write lang='vi' on the html element of a Vietnamese page.",
        ),
    ),
    "3.1.2": seen(
        "AA",
        "language-of-parts",
        name=("Ngôn ngữ của từng phần", "Language of parts"),
        remedy=(
            "Ghi lang cho đoạn viết bằng tiếng khác với trang.",
            "Write lang on passages in another language than the page's.",
        ),
    ),
    "3.2.1": seen(
        "A",
        "on-focus",
        name=("Khi lấy nét", "On focus"),
        remedy=(
            "Đừng chuyển trang hay mở cửa sổ khi tiêu điểm vừa tới.",
            "Do not change the page or open a window when something merely gets the focus.",
        ),
    ),
    "3.2.2": seen(
        "A",
        "on-input",
        name=("Khi nhập", "On input"),
        remedy=(
            "Để người dùng bấm nút rồi mới chuyển trang, đừng chuyển ngay khi chọn.",
            "Let people press a button; do not leave the page as soon as they choose.",
        ),
    ),
    "3.2.3": seen(
        "AA",
        "consistent-navigation",
        name=("Điều hướng nhất quán", "Consistent navigation"),
        remedy=(
            "Giữ các mục trình đơn theo cùng một thứ tự trên mọi trang.",
            "Keep the items of the menu in the same order on every page.",
        ),
    ),
    "3.2.4": by_person(
        "AA", "consistent-identification", ("Gọi tên nhất quán", "Consistent identification")
    ),
    "3.2.6": seen(
        "A",
        "consistent-help",
        name=("Chỗ trợ giúp nhất quán", "Consistent help"),
        remedy=(
            "Đặt liên hệ, tổng đài, trợ giúp ở cùng một chỗ trên mọi trang.",
            "Put contact, hotline and help at the same place on every page.",
        ),
    ),
    "3.3.1": seen(
        "A",
        "error-identification",
        name=("Chỉ ra lỗi", "Error identification"),
        remedy=(
            "Viết lỗi bằng chữ cạnh ô, nối vào ô bằng aria-describedby, kèm aria-invalid.",
            "Write the error beside the field, tie it with aria-describedby and aria-invalid.",
        ),
    ),
    "3.3.2": seen(
        "A",
        "labels-or-instructions",
        name=("Nhãn hoặc hướng dẫn", "Labels or instructions"),
        remedy=(
            "Mỗi ô có nhãn luôn nhìn thấy; ghi rõ ô bắt buộc và cách viết.",
            "Give each field a label that stays in sight; say what is required and the format.",
        ),
    ),
    "3.3.3": by_person("AA", "error-suggestion", ("Gợi ý sửa lỗi", "Error suggestion")),
    "3.3.4": by_person(
        "AA",
        "error-prevention-legal-financial-data",
        (
            "Phòng lỗi (pháp lý, tài chính, dữ liệu)",
            "Error prevention (legal, financial, data)",
        ),
    ),
    "3.3.7": by_person("A", "redundant-entry", ("Không bắt nhập lại", "Redundant entry")),
    "3.3.8": seen(
        "AA",
        "accessible-authentication-minimum",
        name=("Đăng nhập dễ tiếp cận", "Accessible authentication (minimum)"),
        remedy=(
            "Cho dán và tự điền mật khẩu; bỏ mã xác nhận bằng hình hoặc thêm cách khác.",
            "Let passwords be pasted and filled in; drop image codes or give another way.",
        ),
    ),
}

_ROBUST = {
    "4.1.2": seen(
        "A",
        "name-role-value",
        name=("Tên, vai trò, giá trị", "Name, role, value"),
        remedy=(
            "Cho mỗi nút, ô, khung một tên; dùng đúng role và thuộc tính ARIA.",
            "Name every control and frame; use roles and ARIA attributes as they are defined.",
        ),
    ),
    "4.1.3": by_person("AA", "status-messages", ("Thông báo trạng thái", "Status messages")),
}

WORDS = {**_PERCEIVABLE, **OPERABLE, **_UNDERSTANDABLE, **_ROBUST}
"""Every row by its number, in the order of the recommendation."""
