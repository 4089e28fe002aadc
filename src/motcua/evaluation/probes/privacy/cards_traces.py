"""Cards of what leaks: third parties, cookies, storage, data printed or put into addresses."""

from motcua.evaluation.probes.privacy.sources import (
    ASVS_ADDRESS,
    ASVS_LEAST,
    ASVS_TRACKERS,
    COOKIES,
    DECREE,
    FINGERPRINTS,
    LAW,
)
from motcua.evaluation.rules.looking.cards import none_of, told
from motcua.evaluation.values.facts import Severity, Unit
from motcua.kernel.words import Sentence as S  # noqa: N817 -- said many times here

CARDS = (
    none_of(
        "privacy.third_parties",
        S(
            "Bên thứ ba được báo khi người dân mở trang, trước khi họ đồng ý",
            "Third parties that learn of a visit before anyone agreed",
        ),
        S(
            "Đặt phông chữ, mã, ảnh tại chính cổng; bản đồ, video chỉ nạp khi người dân bấm.",
            "Keep fonts, scripts and pictures on the portal; load maps and videos only on a click.",
        ),
        severity=Severity.MODERATE,
        sources=(LAW, ASVS_TRACKERS),
    ),
    none_of(
        "privacy.trackers",
        S("Công cụ theo dõi của bên thứ ba", "Third parties' trackers"),
        S(
            "Gỡ mã theo dõi; cần đếm lượt truy cập thì đếm tại máy chủ của mình.ai.",
            "Take the trackers out; to count visits, count on your own server and identify nobody.",
        ),
        severity=Severity.SERIOUS,
        sources=(LAW, DECREE, ASVS_TRACKERS),
    ),
    told(
        "privacy.state_hosts",
        S("Máy chủ khác của nhà nước mà trang gọi tới", "Other hosts of the state that are called"),
        S(
            "Không phải lỗi; hãy nêu trong thông báo, kể cả hệ thống EMC.",
            "No fault; name them in the notice, the EMC system too.",
        ),
        unit=Unit.COUNT,
    ),
    none_of(
        "privacy.third_fonts",
        S("Phông chữ lấy từ bên thứ ba", "Fonts from third parties"),
        S(
            "Tải tệp phông chữ về đặt tại cổng.",
            "Download the font files and keep them on the portal.",
        ),
        severity=Severity.MINOR,
        sources=(LAW,),
    ),
    none_of(
        "privacy.cookies_before",
        S("Cookie theo dõi đặt trước khi được đồng ý", "Tracking cookies set before consent"),
        S(
            "Chỉ đặt cookie cần để trang chạy; cookie khác đợi người dân đồng ý.",
            "Set only cookies that the page cannot do without; others wait for consent.",
        ),
        severity=Severity.SERIOUS,
        sources=(LAW, DECREE),
    ),
    none_of(
        "privacy.storage_before",
        S(
            "Mã theo dõi cất vào máy người dân trước khi được đồng ý",
            "Tracking codes stored on people's machines before consent",
        ),
        S(
            "Không cất mã định danh vào localStorage hay sessionStorage khi chưa hỏi.",
            "Put no identifier into localStorage or sessionStorage before asking.",
        ),
        severity=Severity.MODERATE,
        sources=(LAW, DECREE),
    ),
    none_of(
        "privacy.cookie_lifetime",
        S("Cookie giữ lâu hơn 13 tháng", "Cookies kept for over 13 months"),
        S(
            "Rút ngắn thời hạn cookie; phiên làm việc thì hết khi đóng trình duyệt.",
            "Shorten the life of cookies; a session ends with the browser.",
        ),
        severity=Severity.MINOR,
        sources=(COOKIES,),
    ),
    none_of(
        "privacy.fingerprinting",
        S("Dấu hiệu lấy vân tay trình duyệt", "Signs of fingerprinting the browser"),
        S(
            "Gỡ thư viện nhận dạng thiết bị; nếu chống gian lận cần nó thì nói rõ và hỏi trước.",
            "Take device recognition out; where fraud makes it needed, say so and ask first.",
        ),
        severity=Severity.MODERATE,
        sources=(FINGERPRINTS, LAW),
    ),
    none_of(
        "privacy.in_addresses",
        S("Dữ liệu cá nhân nằm trong địa chỉ", "Personal data in addresses"),
        S(
            "Gửi bằng POST hoặc dùng mã ngẫu nhiên; địa chỉ bị ghi lại ở nhiều nơi.khác.",
            "Send by POST or use random codes; addresses end in logs, histories and other servers.",
        ),
        severity=Severity.SERIOUS,
        sources=(ASVS_ADDRESS, LAW),
    ),
    none_of(
        "privacy.asked_by_get",
        S("Biểu mẫu đưa số định danh vào địa chỉ", "Forms that put identity numbers in addresses"),
        S(
            'Đổi biểu mẫu sang method="post".',
            'Change the form to method="post".',
        ),
        severity=Severity.MODERATE,
        sources=(ASVS_ADDRESS, LAW),
    ),
    none_of(
        "privacy.identities_printed",
        S("Số định danh in công khai", "Identity numbers printed for all to see"),
        S(
            "Che bớt số định danh, chỉ để vài số cuối; đăng nhập mới được xem đủ.",
            "Mask the numbers but for the last figures; show them in full after login only.only.",
        ),
        severity=Severity.CRITICAL,
        sources=(LAW, DECREE, ASVS_LEAST),
    ),
    none_of(
        "privacy.people_listed",
        S("Danh sách người nộp hồ sơ in công khai", "Applicants listed for all to see"),
        S(
            "Tra cứu công khai chỉ hiện mã hồ sơ và tình trạng; che tên, số điện thoại, địa chỉ.",
            "Public look-up shows code and state only; mask names, phones and addresses.",
        ),
        severity=Severity.SERIOUS,
        sources=(LAW, DECREE, ASVS_LEAST),
    ),
)
