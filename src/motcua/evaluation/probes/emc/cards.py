"""What can be told of a portal's connection with the EMC."""

from motcua.evaluation.probes.structure.telling import Cards
from motcua.evaluation.values.facts import Area, Better, Scope, Severity, Source, Unit
from motcua.kernel.words import Sentence

CARDS = Cards(Area.EMC)
QD_473 = Source("QĐ 473/QĐ-BTTTT (2024), nhóm 6: kết nối với hệ thống EMC")
TT_22 = Source("TT 22/2023/TT-BTTTT, Phụ lục III")
_GIVE = Sentence(
    "Đặt mã đo của EMC vào khung chung của mọi trang, với số của cổng do EMC cấp (setSiteId).",
    "Put the EMC's tracking code into the frame shared by every page, with the portal's number "
    "given by the EMC (setSiteId).",
)

CARDS.add(
    "tracker",
    Sentence("Trang có mã đo lượt dùng (EMC)", "The page carries the measuring code (EMC)"),
    _GIVE,
    sources=(QD_473, TT_22),
)
CARDS.add(
    "kind",
    Sentence("Loại mã đo trên trang", "Which measuring code the page carries"),
    Sentence(
        "Nếu chỉ có Matomo riêng, hãy thêm mã đo của EMC: EMC không thấy số liệu của Matomo riêng.",
        "Where there is only a Matomo of your own, add the EMC's code: the EMC does not see what "
        "your Matomo counts.",
    ),
    unit=Unit.WORD,
    better=Better.NEITHER,
    severity=Severity.MINOR,
    sources=(QD_473,),
)
CARDS.add(
    "site_number",
    Sentence("Mã đo có số của cổng", "The measuring code names the portal's number"),
    Sentence(
        "Ghi số của cổng bằng push(['setSiteId', '<số>']); thiếu số, lượt xem không được tính cho "
        "ai.",
        "Set the portal's number by push(['setSiteId', '<number>']); without it a view is counted "
        "for nobody.",
    ),
    severity=Severity.SERIOUS,
    sources=(QD_473,),
)
CARDS.add(
    "fires",
    Sentence(
        "Mã đo gửi lượt xem khi mở trang", "The measuring code tells a view when the page opens"
    ),
    Sentence(
        "Mở công cụ của trình duyệt xem vì sao yêu cầu tới máy thu không đi: địa chỉ sai, bị CSP "
        "chặn "
        "hay mã tải lỗi. Mã đo cần push(['trackPageView']).",
        "See in the browser's tools why the question to the collector does not leave: wrong "
        "address, "
        "stopped by the CSP, or a script that fails. The code needs push(['trackPageView']).",
    ),
    severity=Severity.SERIOUS,
    sources=(QD_473, TT_22),
)
CARDS.add(
    "once",
    Sentence("Mỗi lượt xem chỉ được gửi một lần", "Each view is told once only"),
    Sentence(
        "Bỏ mã đo thừa: một trang chỉ gọi trackPageView một lần, nếu không số liệu gấp đôi sự "
        "thật.",
        "Take the second code away: a page calls trackPageView once, or the figures are twice the "
        "truth.",
    ),
    sources=(QD_473,),
)
CARDS.add(
    "dvc",
    Sentence(
        "Trang nộp hồ sơ có gọi trackDVC (xem tĩnh)",
        "The application page calls trackDVC (read, not run)",
    ),
    Sentence(
        "Sau khi nộp thành công, gọi push(['trackDVC', <mã thủ tục>, '1']).",
        "After a successful submission call push(['trackDVC', <procedure code>, '1']).",
    ),
    better=Better.NEITHER,
    severity=Severity.MINOR,
    sources=(QD_473,),
)
CARDS.add(
    "pages",
    Sentence("Phần trang gửi lượt xem", "Share of pages that tell their views"),
    _GIVE,
    scope=Scope.SITE,
    unit=Unit.SHARE,
    limit=1.0,
    severity=Severity.SERIOUS,
    sources=(QD_473, TT_22),
)
CARDS.add(
    "one_number",
    Sentence(
        "Mọi trang dùng cùng một số của cổng", "Every page uses the same number of the portal"
    ),
    Sentence(
        "Mọi trang của một cổng dùng một số; hai số làm lượt truy cập bị chia đôi.",
        "All pages of a portal use one number; two numbers cut its visits in two.",
    ),
    scope=Scope.SITE,
    severity=Severity.MINOR,
    sources=(QD_473,),
)
