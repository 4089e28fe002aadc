"""What each fact of conduct means, when it is a fault, and how to mend it."""

from motcua.evaluation.rules.looking.cards import measured, told
from motcua.evaluation.values.facts import FactCard, Severity, Source, Unit
from motcua.kernel.words import Sentence

_HTTP = Source("RFC 9110", "https://www.rfc-editor.org/rfc/rfc9110")
_FETCH = Source("Fetch Standard, 4.4", "https://fetch.spec.whatwg.org/#http-redirect-fetch")
_ON_FOCUS = Source("WCAG 2.2, 3.2.5", "https://www.w3.org/TR/WCAG22/#change-on-request")
_TIMING = Source("WCAG 2.2, 2.2.1", "https://www.w3.org/TR/WCAG22/#timing-adjustable")
_REFRESH = Source("WCAG, F41", "https://www.w3.org/WAI/WCAG22/Techniques/failures/F41")
_DOM = Source(
    "HTML, 3.1.5", "https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem"
)


def _card(
    name: str,
    words: Sentence,
    remedy: Sentence,
    *,
    severity: Severity,
    sources: tuple[Source, ...] = (),
    limit: float | None = None,
    noise: float = 0.0,
) -> FactCard:
    """A count with its last good value where `limit` is given, else something good when absent."""
    return measured(
        f"conduct.{name}",
        words,
        remedy,
        unit=Unit.YES_NO if limit is None else Unit.COUNT,
        severity=severity,
        limit=False if limit is None else limit,
        sources=sources,
        noise=noise,
    )


def _told(name: str, words: Sentence, remedy: Sentence) -> FactCard:
    """What is worth telling and never a fault."""
    return told(f"conduct.{name}", words, remedy, unit=Unit.YES_NO)


CARDS = (
    _card(
        "unreachable",
        Sentence("Trang không mở được", "The page cannot be opened"),
        Sentence(
            "Kiểm tra máy chủ, tên miền, chứng thư và tường lửa; trang công vụ phải mở được từ bất "
            "cứ đâu trong nước, bằng trình duyệt thông thường.",
            "Check the server, the domain name, the certificate and the firewall; a public page "
            "must open from anywhere in the country, in any ordinary browser.",
        ),
        severity=Severity.CRITICAL,
        sources=(_HTTP,),
    ),
    _card(
        "error",
        Sentence("Máy chủ trả lời bằng mã lỗi", "The server answers with an error"),
        Sentence(
            "Sửa địa chỉ hoặc chuyển hướng sang trang thay thế; trang có thật phải trả lời mã 200.",
            "Mend the address or redirect to the page that replaces it; a page that exists answers "
            "with 200.",
        ),
        severity=Severity.CRITICAL,
        sources=(_HTTP,),
    ),
    _card(
        "redirects",
        Sentence("Số lần bị chuyển hướng trước khi tới trang", "Redirects before the page"),
        Sentence(
            "Dẫn thẳng tới địa chỉ cuối cùng; gộp các bước http → https → www thành một lần "
            "chuyển. Chuyển hướng vòng tròn thì không ai vào được.",
            "Link to the final address; make one step of http → https → www. Nobody gets past a "
            "redirect that leads round in a circle.",
        ),
        severity=Severity.MODERATE,
        sources=(_FETCH,),
        limit=3,
    ),
    _card(
        "reloads",
        Sentence("Trang tự tải lại hoặc tự chuyển đi", "The page reloads or moves by itself"),
        Sentence(
            "Bỏ meta refresh và lệnh tự chuyển trang; ai cần bản mới thì bấm nút. Chuyển địa chỉ "
            "bằng mã 301 ở máy chủ.",
            "Remove meta refresh and scripts that move the page; whoever wants it fresh presses a "
            "button. Move addresses with 301 on the server.",
        ),
        severity=Severity.MODERATE,
        sources=(_TIMING, _REFRESH, _ON_FOCUS),
        limit=0,
    ),
    _told(
        "leaves",
        Sentence("Địa chỉ dẫn sang trang khác", "The address leads to another site"),
        Sentence(
            "Nếu dịch vụ đã chuyển nơi khác, hãy nói trước cho người dân biết họ sắp tới đâu.",
            "Where a service has moved, tell people beforehand where they are being taken.",
        ),
    ),
    _told(
        "not_html",
        Sentence("Địa chỉ không phải trang web mà là tệp", "The address is a file, not a page"),
        Sentence(
            "Đặt tệp sau một liên kết có ghi loại tệp và dung lượng.",
            "Put files behind a link that says their kind and size.",
        ),
    ),
    _card(
        "downloads",
        Sentence("Trang tự tải tệp về máy", "The page downloads a file by itself"),
        Sentence(
            "Chỉ tải tệp khi người dân bấm vào liên kết tải.",
            "Download files only when somebody asked for them by a link.",
        ),
        severity=Severity.MODERATE,
        sources=(_ON_FOCUS,),
        limit=0,
    ),
    _card(
        "dialogs",
        Sentence("Số hộp thoại bật lên khi mở trang", "Dialogs that pop up with the page"),
        Sentence(
            "Viết thông báo ngay trong trang thay cho alert(); hộp thoại chặn cả trang và trình "
            "đọc màn hình.",
            "Write notices into the page instead of alert(); a dialog blocks the whole page and "
            "screen readers with it.",
        ),
        severity=Severity.SERIOUS,
        sources=(_ON_FOCUS,),
        limit=0,
    ),
    _card(
        "popups",
        Sentence("Số cửa sổ trang tự mở thêm", "Windows that the page opens by itself"),
        Sentence(
            "Không tự mở cửa sổ; dẫn bằng liên kết để người dân tự quyết định.",
            "Open no windows unasked; give links and let people decide.",
        ),
        severity=Severity.SERIOUS,
        sources=(_ON_FOCUS,),
        limit=0,
    ),
    _card(
        "hangs",
        Sentence("Trang bị treo, không trả lời", "The page hangs"),
        Sentence(
            "Tìm đoạn mã chạy mãi không dứt hoặc yêu cầu không bao giờ trả lời xong; đặt thời hạn "
            "cho mọi yêu cầu.",
            "Find the script that never ends or the request that is never answered in full; give "
            "every request a time limit.",
        ),
        severity=Severity.CRITICAL,
    ),
    _card(
        "crashes",
        Sentence("Trang làm trình duyệt ngừng hoạt động", "The page brings the browser down"),
        Sentence(
            "Giảm bộ nhớ mà trang dùng: bớt phần tử, bớt ảnh lớn, không giữ dữ liệu không cần.",
            "Lower what the page takes of memory: fewer elements, smaller pictures, nothing kept "
            "that is not needed.",
        ),
        severity=Severity.CRITICAL,
    ),
    _card(
        "too_large",
        Sentence(
            "Trang hoặc tệp quá nặng, phải cắt", "The page or a file is too large, it was cut"
        ),
        Sentence(
            "Chia trang, nén ảnh và tệp; người dùng mạng di động trả tiền cho từng megabyte.",
            "Split the page, compress pictures and files; people on mobile networks pay by the "
            "megabyte.",
        ),
        severity=Severity.SERIOUS,
    ),
    _card(
        "floods",
        Sentence(
            "Trang gửi, nhận hoặc dùng bộ nhớ không dứt", "The page asks or takes without end"
        ),
        Sentence(
            "Giãn các yêu cầu lặp lại, đóng kết nối không dùng, bỏ nhật ký gỡ lỗi ở bản chính "
            "thức.",
            "Space repeated requests, close connections that are not used, take debugging output "
            "out of what is published.",
        ),
        severity=Severity.SERIOUS,
    ),
    _card(
        "scripts_fail",
        Sentence("Số lỗi mã của trang khi mở", "Script errors when the page opens"),
        Sentence(
            "Mở bảng điều khiển của trình duyệt và sửa từng lỗi; một lỗi có thể làm nút không bấm "
            "được.",
            "Open the browser's console and mend each error; one of them can make a button dead.",
        ),
        severity=Severity.MODERATE,
        limit=0,
    ),
    _card(
        "clobbers",
        Sentence(
            "Số tên trong trang che mất chức năng của trình duyệt",
            "Names in the page that hide functions of the browser",
        ),
        Sentence(
            "Đổi thuộc tính name của ảnh, biểu mẫu trùng tên với thành phần của document (title, "
            "body, forms…); chúng làm hỏng công cụ trợ năng.",
            "Rename pictures and forms whose name is one of document's own (title, body, forms…); "
            "they break assistive tools.",
        ),
        severity=Severity.MINOR,
        sources=(_DOM,),
        limit=0,
    ),
)
