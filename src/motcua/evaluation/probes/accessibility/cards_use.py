"""Cards of how a page is used: keys, focus, targets, fields, words."""

from motcua.evaluation.probes.accessibility.card_rows import counted
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

USE = (
    counted(
        "keyboard.reach",
        name=("Chỗ phím Tab không tới được", "Controls that the Tab key cannot reach"),
        remedy=(
            "Dùng button, a href thật thay cho div, span có onclick; bỏ tabindex âm.",
            "Use real button and a href for div and span with onclick; no negative tabindex.",
        ),
        severity=Severity.CRITICAL,
        criteria="2.1.1",
    ),
    counted(
        "keyboard.trap",
        name=("Chỗ kẹt phím Tab", "Places that hold the Tab key"),
        remedy=(
            "Đừng chặn phím Tab (preventDefault) và đừng kéo tiêu điểm về chỗ cũ.",
            "Do not stop the Tab key (preventDefault) nor pull the focus back.",
        ),
        severity=Severity.CRITICAL,
        criteria="2.1.2",
    ),
    counted(
        "keyboard.order",
        name=("Chỗ thứ tự phím Tab nhảy lung tung", "Jumps in the order of the Tab key"),
        remedy=(
            "Bỏ tabindex dương; xếp mã theo thứ tự nhìn thấy.",
            "Drop positive tabindex; write the code in the order that is seen.",
        ),
        severity=Severity.SERIOUS,
        criteria="2.4.3",
    ),
    counted(
        "focus.visible",
        name=("Chỗ không thấy tiêu điểm", "Controls whose focus cannot be seen"),
        remedy=(
            "Bỏ outline: none; vẽ viền rõ ở :focus-visible.",
            "Remove outline: none; draw a clear ring at :focus-visible.",
        ),
        severity=Severity.SERIOUS,
        criteria="2.4.7",
    ),
    counted(
        "focus.obscured",
        name=("Chỗ có tiêu điểm bị che kín", "Focused controls that are covered"),
        remedy=(
            "Đặt scroll-padding bằng chiều cao thanh dính ở đầu, cuối trang.",
            "Set scroll-padding to the height of the bars that stick to the screen.",
        ),
        severity=Severity.MODERATE,
        criteria="2.4.11",
    ),
    FactCard(
        code="accessibility.skip_link",
        area=Area.ACCESSIBILITY,
        name=Sentence("Liên kết đến nội dung chính dùng được", "The skip link works"),
        scope=Scope.PAGE,
        unit=Unit.YES_NO,
        better=Better.MORE,
        limit=True,
        severity=Severity.MODERATE,
        remedy=Sentence(
            "Đặt ngay đầu trang một liên kết tới id của main, hiện ra khi có tiêu điểm.",
            "Put a link to the id of main first in the page, seen when it has the focus.",
        ),
        sources=(
            source("2.4.1"),
            Source("WCAG 2.2, technique G1", "https://www.w3.org/WAI/WCAG22/Techniques/general/G1"),
        ),
    ),
    counted(
        "target.size",
        name=("Chỗ bấm dưới 24 px, sát nhau", "Targets under 24 px and too close"),
        remedy=(
            "Thêm padding cho chỗ bấm rộng, cao ít nhất 24 px, hoặc giãn cách ra.",
            "Pad targets to 24 px at least, or keep them apart.",
        ),
        severity=Severity.MODERATE,
        criteria="2.5.8",
        sources=(Source("IPS/UNDP 2024: các phần quá sát nhau"),),
    ),
    counted(
        "lang",
        name=("Ngôn ngữ ghi sai hoặc không ghi", "Language not said or said wrongly"),
        remedy=(
            "Ghi lang=vi trên thẻ html; đoạn tiếng khác ghi lang riêng.",
            "Write lang=vi on the html element, and its own lang on other passages.",
        ),
        severity=Severity.SERIOUS,
        criteria="3.1.1 3.1.2",
    ),
    counted(
        "titles",
        name=("Tên trang thiếu hoặc vô nghĩa", "Page titles missing or empty of meaning"),
        remedy=(
            "Đặt title theo việc của trang: “Tra cứu hồ sơ – Cổng dịch vụ công …”.",
            "Title the page by its subject: “Dossier look-up – Public services of …”.",
        ),
        severity=Severity.MODERATE,
        criteria="2.4.2",
    ),
    counted(
        "titles.unique",
        name=("Nhiều trang dùng chung một tên", "Pages that share one title"),
        remedy=(
            "Mỗi trang một title riêng, phần riêng viết trước.",
            "Give each page a title of its own, what differs first.",
        ),
        severity=Severity.MODERATE,
        criteria="2.4.2",
        scope=Scope.SITE,
    ),
    counted(
        "headings",
        name=("Tiêu đề thiếu, rỗng, nhảy cấp, giả", "Headings missing, empty, skipped, faked"),
        remedy=(
            "Mỗi trang một h1; các cấp sau đi từng bậc; dùng thẻ h2, h3 thay chữ đậm.",
            "One h1 a page, levels step by step; h2 and h3, not bold paragraphs.",
        ),
        severity=Severity.MODERATE,
        criteria="1.3.1",
    ),
    counted(
        "tables",
        name=("Bảng số liệu không có ô tiêu đề", "Tables of data without header cells"),
        remedy=(
            "Dùng th scope=col cho đầu cột, th scope=row cho đầu dòng.",
            "Use th scope=col for the heads of columns, th scope=row for those of rows.",
        ),
        severity=Severity.SERIOUS,
        criteria="1.3.1",
    ),
    counted(
        "link_text",
        name=("Liên kết không nói dẫn tới đâu", "Links that do not tell where they lead"),
        remedy=(
            "Thay “tại đây”, “xem thêm” bằng tên của nơi dẫn tới.",
            "Write the name of the destination for “here” and “more”.",
        ),
        severity=Severity.MODERATE,
        criteria="2.4.4",
    ),
    counted(
        "sensory",
        name=("Lời chỉ dẫn chỉ bằng màu, hình, vị trí", "Directions by colour, shape or place"),
        remedy=(
            "Gọi tên nút, ô: “bấm nút Gửi hồ sơ”, không chỉ “nút màu đỏ bên phải”.",
            "Call controls by name: “press Submit”, not only “the red button on the right”.",
        ),
        severity=Severity.MODERATE,
        criteria="1.3.3",
    ),
    counted(
        "labels",
        name=("Ô nhập không có nhãn đúng", "Fields without a proper label"),
        remedy=(
            "Mỗi ô một thẻ label for=… luôn nhìn thấy; nhóm lựa chọn nằm trong fieldset, legend.",
            "Give each field a label for=… that stays; put choices in a fieldset with a legend.",
        ),
        severity=Severity.CRITICAL,
        criteria="1.3.1 3.3.2",
    ),
    counted(
        "errors",
        name=("Ô bắt buộc, lời báo lỗi không rõ", "Required fields and errors not told clearly"),
        remedy=(
            "Ghi “bắt buộc” trên nhãn và required trong mã; nối lời lỗi bằng aria-describedby.",
            "Say “required” in the label and the code; tie errors with aria-describedby.",
        ),
        severity=Severity.SERIOUS,
        criteria="3.3.1 3.3.2 1.3.1",
    ),
    counted(
        "autocomplete",
        name=("Ô về người dùng không tự điền được", "Fields about the user not filled in"),
        remedy=(
            "Đặt autocomplete: name, email, tel, bday, username, current-password.",
            "Set autocomplete: name, email, tel, bday, username, current-password.",
        ),
        severity=Severity.MODERATE,
        criteria="1.3.5",
    ),
    counted(
        "authentication",
        name=("Đăng nhập bắt nhớ hoặc chép mã", "Logging in that tests memory or sight"),
        remedy=(
            "Cho dán và tự điền mật khẩu; thay mã trong hình bằng cách khác.",
            "Let passwords be pasted and filled in; replace codes in images.",
        ),
        severity=Severity.SERIOUS,
        criteria="3.3.8 1.1.1",
    ),
    counted(
        "time_limit",
        name=("Trang tự tải lại hoặc tự chuyển", "Pages that reload or leave by themselves"),
        remedy=(
            "Bỏ meta refresh; hết phiên thì báo trước và cho kéo dài.",
            "Drop meta refresh; warn before a session ends and let it be extended.",
        ),
        severity=Severity.SERIOUS,
        criteria="2.2.1",
    ),
    counted(
        "on_focus",
        name=("Trang chuyển đi khi mới lấy tiêu điểm", "The page leaves on mere focus"),
        remedy=(
            "Chỉ chuyển trang khi người dùng bấm, không ở sự kiện focus.",
            "Leave the page when people press something, not on focus.",
        ),
        severity=Severity.SERIOUS,
        criteria="3.2.1",
    ),
    counted(
        "on_input",
        name=("Trang chuyển đi khi mới chọn", "The page leaves on mere choosing"),
        remedy=(
            "Thêm nút “Xem” hoặc “Lọc”, bỏ chuyển trang ở onchange.",
            "Add a button and stop leaving the page at onchange.",
        ),
        severity=Severity.MODERATE,
        criteria="3.2.2",
    ),
)
