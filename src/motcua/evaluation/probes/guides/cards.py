"""What can be told of guides and of what a procedure's page states."""

from motcua.evaluation.probes.structure.telling import Cards
from motcua.evaluation.values.facts import Area, Better, Scope, Severity, Source, Unit
from motcua.kernel.words import Sentence

CARDS = Cards(Area.GUIDES)
TT_21 = Source("TT 21/2023/TT-BTTTT, Điều 5 khoản 1: hỗ trợ người dùng")
IPS = Source("IPS/UNDP: hướng dẫn bằng chữ, hình và video")
ND_61 = Source("NĐ 61/2018/NĐ-CP: công khai thủ tục hành chính")
RECORD = Source("Các trường của thủ tục trong cơ sở dữ liệu quốc gia về thủ tục hành chính")

for _code, _says, _remedy in (
    (
        "text",
        Sentence("Có hướng dẫn từng bước bằng chữ", "There are steps in words"),
        Sentence(
            "Viết các bước thành danh sách đánh số, mỗi bước một việc, bằng lời thường.",
            "Write the steps as a numbered list, one thing a step, in plain words.",
        ),
    ),
    (
        "image",
        Sentence(
            "Có hình hướng dẫn (kèm chữ thay thế)",
            "There are pictures that show how (with text in their place)",
        ),
        Sentence(
            "Thêm hình chụp màn hình của từng bước, mỗi hình có chữ thay thế (alt).",
            "Add a picture of each step on the screen, each with a text in its place (alt).",
        ),
    ),
    (
        "video",
        Sentence("Có video hướng dẫn", "There is a film that shows how"),
        Sentence(
            "Thêm video ngắn dưới ba phút, có phụ đề, đặt trên trang hoặc dẫn tới.",
            "Add a film of less than three minutes with captions, on the page or linked from it.",
        ),
    ),
    (
        "forms3",
        Sentence(
            "Hướng dẫn có cả chữ, hình và video", "The guide comes in text, pictures and film"
        ),
        Sentence(
            "Bổ sung dạng còn thiếu: chữ, hình hay video.",
            "Add the form that is missing: text, pictures or film.",
        ),
    ),
):
    CARDS.add(_code, _says, _remedy, sources=(IPS, TT_21))
CARDS.add(
    "image_alt",
    Sentence(
        "Số hình hướng dẫn không có chữ thay thế", "Pictures of a guide without text in their place"
    ),
    Sentence(
        "Ghi vào alt của từng hình điều người xem cần thấy: nút nào, ở đâu.",
        "Say in each picture's alt what one has to see: which button, and where.",
    ),
    unit=Unit.COUNT,
    better=Better.LESS,
    limit=0,
    sources=(Source("WCAG 2.2 SC 1.1.1", "https://www.w3.org/TR/WCAG22/#non-text-content"),),
)
for _code, _says, _remedy in (
    (
        "easy_read",
        Sentence("Có bản dễ đọc", "There is an easy-read version"),
        Sentence(
            "Thêm bản dễ đọc: câu ngắn, một ý một câu, chữ to.",
            "Add an easy-read version: short sentences, one thought each, large letters.",
        ),
    ),
    (
        "audio",
        Sentence("Có bản nghe", "It can be listened to"),
        Sentence(
            "Thêm bản đọc thành tiếng cho người không đọc được chữ.",
            "Add a spoken version for those who cannot read.",
        ),
    ),
):
    CARDS.add(
        _code,
        _says,
        _remedy,
        severity=Severity.MINOR,
        sources=(Source("WCAG 2.2 SC 3.1.5 (AAA)"),),
    )
CARDS.add(
    "record",
    Sentence(
        "Phần thông tin của thủ tục được nêu", "Share of a procedure's particulars that are stated"
    ),
    Sentence(
        "Nêu đủ: các bước, cách nộp, giấy tờ, thời hạn, phí, cơ quan, căn cứ, kết quả, đối tượng, "
        "điều kiện.",
        "State all: steps, ways to apply, papers, time limit, fee, agency, legal basis, result, "
        "for "
        "whom, conditions.",
    ),
    unit=Unit.SHARE,
    limit=0.8,
    sources=(RECORD, ND_61),
)
for _code, _says, _remedy in (
    (
        "components",
        Sentence("Thủ tục nêu giấy tờ phải nộp", "The procedure names the papers"),
        Sentence(
            "Liệt kê từng giấy tờ, mấy bản, bản chính hay bản sao.",
            "List each paper, how many, original or copy.",
        ),
    ),
    (
        "fee",
        Sentence("Thủ tục nêu phí, lệ phí bằng số", "The procedure states the fee in figures"),
        Sentence(
            "Ghi số tiền, hoặc ghi rõ là không thu.",
            "State the amount, or that nothing is charged.",
        ),
    ),
    (
        "time_limit",
        Sentence("Thủ tục nêu thời hạn giải quyết", "The procedure states the time limit"),
        Sentence(
            "Ghi số ngày làm việc kể từ khi nhận đủ giấy tờ, cho từng cách nộp.",
            "State the working days from complete receipt, for each way of applying.",
        ),
    ),
    (
        "agency",
        Sentence("Thủ tục nêu nơi giải quyết", "The procedure names who settles it"),
        Sentence("Ghi tên cơ quan và nơi nộp.", "Name the agency and where to apply."),
    ),
    (
        "legal_basis",
        Sentence("Thủ tục nêu căn cứ pháp lý", "The procedure names its legal basis"),
        Sentence(
            "Ghi số hiệu văn bản và dẫn tới toàn văn.",
            "Give the numbers of the acts and lead to their text.",
        ),
    ),
    (
        "result",
        Sentence("Thủ tục nêu kết quả nhận được", "The procedure says what one receives"),
        Sentence(
            "Ghi tên giấy tờ mà người dân nhận được.", "Name the paper that the applicant receives."
        ),
    ),
    (
        "sample_form",
        Sentence(
            "Có mẫu đơn tải về hoặc khai ngay trên mạng",
            "There is a form to take away or to fill in online",
        ),
        Sentence(
            "Đặt mẫu đơn tải về cạnh tên giấy tờ, hoặc mở tờ khai trên mạng.",
            "Put the form beside the name of the paper, or open it for filling in online.",
        ),
    ),
):
    CARDS.add(_code, _says, _remedy, sources=(RECORD, ND_61))
CARDS.add(
    "published",
    Sentence("Cổng có tài liệu hướng dẫn", "The portal publishes guides"),
    Sentence(
        "Mở trang hướng dẫn sử dụng, dẫn tới từ mọi trang.",
        "Open a page of guides that every page leads to.",
    ),
    scope=Scope.SITE,
    severity=Severity.SERIOUS,
    sources=(IPS, TT_21),
)
CARDS.add(
    "three_in_portal",
    Sentence(
        "Cả cổng có hướng dẫn bằng chữ, hình và video",
        "The portal as a whole has guides in text, pictures and film",
    ),
    Sentence(
        "Bổ sung dạng còn thiếu cho các thủ tục nhiều người làm nhất trước.",
        "Add the missing form, beginning with the procedures most people need.",
    ),
    scope=Scope.SITE,
    sources=(IPS,),
)
CARDS.add(
    "share",
    Sentence("Phần thủ tục có hướng dẫn", "Share of procedures with a guide"),
    Sentence(
        "Viết hướng dẫn cho từng thủ tục, không chỉ một bản chung cho cả cổng.",
        "Write a guide for each procedure, not one for the whole portal.",
    ),
    scope=Scope.SITE,
    unit=Unit.SHARE,
    limit=1.0,
    sources=(IPS,),
)
