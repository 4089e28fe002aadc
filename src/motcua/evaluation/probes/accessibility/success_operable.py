"""The second principle of WCAG 2.2, "operable", as rows of `success_words`."""

from motcua.evaluation.probes.accessibility.success_rows import by_person, seen

OPERABLE = {
    "2.1.1": seen(
        "A",
        "keyboard",
        name=("Bàn phím", "Keyboard"),
        remedy=(
            "Dùng button và a href thật; mọi việc làm được bằng chuột phải làm được bằng phím.",
            "Use real button and a href; whatever a mouse does, keys must do.",
        ),
    ),
    "2.1.2": seen(
        "A",
        "no-keyboard-trap",
        name=("Không bẫy bàn phím", "No keyboard trap"),
        remedy=(
            "Đừng chặn phím Tab; khung nào giữ tiêu điểm phải thoát được bằng Tab hoặc Esc.",
            "Do not stop the Tab key; whatever holds the focus lets it go with Tab or Esc.",
        ),
    ),
    "2.1.4": by_person(
        "A", "character-key-shortcuts", ("Phím tắt một ký tự", "Character key shortcuts")
    ),
    "2.2.1": seen(
        "A",
        "timing-adjustable",
        name=("Thời hạn chỉnh được", "Timing adjustable"),
        remedy=(
            "Bỏ tự tải lại trang theo giờ; báo trước và cho kéo dài thời hạn.",
            "Drop timed refreshes; warn first and let people have more time.",
        ),
    ),
    "2.2.2": seen(
        "A",
        "pause-stop-hide",
        name=("Tạm dừng, dừng, ẩn", "Pause, stop, hide"),
        remedy=(
            "Thứ gì tự chạy quá 5 giây phải có nút tạm dừng, hoặc bỏ hẳn.",
            "Whatever moves by itself for more than 5 seconds needs a pause button, or goes.",
        ),
    ),
    "2.3.1": by_person(
        "A",
        "three-flashes-or-below-threshold",
        ("Không nháy quá ba lần mỗi giây", "Three flashes or below threshold"),
    ),
    "2.4.1": seen(
        "A",
        "bypass-blocks",
        name=("Bỏ qua khối lặp lại", "Bypass blocks"),
        remedy=(
            "Đặt liên kết “Đến nội dung chính” ở đầu trang, trỏ tới main đang có.",
            "Put a link to the main content first in the page, pointing to a main that exists.",
        ),
    ),
    "2.4.2": seen(
        "A",
        "page-titled",
        name=("Trang có tên", "Page titled"),
        remedy=(
            "Đặt title nói đúng trang này nói về việc gì, rồi mới tới tên cổng.",
            "Give a title that tells this page's subject first, then the portal's name.",
        ),
    ),
    "2.4.3": seen(
        "A",
        "focus-order",
        name=("Thứ tự lấy nét", "Focus order"),
        remedy=(
            "Bỏ tabindex dương; xếp thứ tự trong mã như thứ tự nhìn thấy.",
            "Drop positive tabindex; let the order in the code be the order that is seen.",
        ),
    ),
    "2.4.4": seen(
        "A",
        "link-purpose-in-context",
        name=("Mục đích của liên kết", "Link purpose (in context)"),
        remedy=(
            "Viết chữ liên kết nói rõ nó dẫn tới đâu.",
            "Write link text that says where it leads.",
        ),
    ),
    "2.4.5": seen(
        "AA",
        "multiple-ways",
        name=("Nhiều cách tìm tới trang", "Multiple ways"),
        remedy=(
            "Có ít nhất hai cách: ô tìm kiếm, sơ đồ cổng hoặc danh mục.",
            "Give at least two ways: a search box, a site map or an index.",
        ),
    ),
    "2.4.6": by_person(
        "AA", "headings-and-labels", ("Tiêu đề và nhãn nói rõ nghĩa", "Headings and labels")
    ),
    "2.4.7": seen(
        "AA",
        "focus-visible",
        name=("Thấy được tiêu điểm", "Focus visible"),
        remedy=(
            "Đừng bỏ outline; vẽ viền rõ ở :focus-visible.",
            "Do not remove the outline; draw a clear ring at :focus-visible.",
        ),
    ),
    "2.4.11": seen(
        "AA",
        "focus-not-obscured-minimum",
        name=("Tiêu điểm không bị che", "Focus not obscured (minimum)"),
        remedy=(
            "Đặt scroll-padding bằng chiều cao thanh dính, hoặc thôi ghim thanh đó.",
            "Set scroll-padding to the height of the sticky bar, or let it scroll away.",
        ),
    ),
    "2.5.1": by_person("A", "pointer-gestures", ("Cử chỉ trỏ", "Pointer gestures")),
    "2.5.2": by_person("A", "pointer-cancellation", ("Hủy thao tác trỏ", "Pointer cancellation")),
    "2.5.3": seen(
        "A",
        "label-in-name",
        name=("Nhãn nằm trong tên", "Label in name"),
        remedy=(
            "aria-label phải chứa đúng chữ người ta nhìn thấy trên nút.",
            "Let aria-label contain the words that are seen on the control.",
        ),
    ),
    "2.5.4": by_person("A", "motion-actuation", ("Điều khiển bằng lắc máy", "Motion actuation")),
    "2.5.7": by_person("AA", "dragging-movements", ("Thao tác kéo thả", "Dragging movements")),
    "2.5.8": seen(
        "AA",
        "target-size-minimum",
        name=("Kích thước chỗ bấm", "Target size (minimum)"),
        remedy=(
            "Cho chỗ bấm rộng, cao ít nhất 24 px, hoặc cách nhau đủ 24 px.",
            "Make targets at least 24 px wide and high, or keep 24 px between them.",
        ),
    ),
}
