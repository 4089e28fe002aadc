"""What can be told of how people are heard on a portal."""

from motcua.evaluation.probes.structure.telling import Cards
from motcua.evaluation.values.facts import Area, Scope, Severity, Source
from motcua.kernel.words import Sentence

CARDS = Cards(Area.FEEDBACK)
TT_21 = Source("TT 21/2023/TT-BTTTT, Điều 5 khoản 1")
NPSP = Source("TT 21/2023/TT-BTTTT, Điều 5 khoản 1: hỗ trợ người dùng")
IPS = Source("IPS/UNDP: đánh giá cổng dịch vụ công từ góc độ người dùng")

CARDS.add(
    "petition",
    Sentence("Có nơi gửi phản ánh, kiến nghị", "There is a place for petitions"),
    Sentence(
        "Đặt đường dẫn “Phản ánh, kiến nghị” ở chân trang hoặc trình đơn, dẫn tới biểu mẫu gửi "
        "được.",
        "Put a link “Petitions” into the foot or the menu, to a form that can be sent.",
    ),
    scope=Scope.SITE,
    severity=Severity.SERIOUS,
    sources=(TT_21, IPS),
)
CARDS.add(
    "petition_answers",
    Sentence("Trả lời phản ánh được công bố", "Answers to petitions are published"),
    Sentence(
        "Công bố trả lời của cơ quan dưới mỗi phản ánh (bỏ tên và số của người gửi).",
        "Publish the agency's answer under each petition (without the sender's name and numbers).",
    ),
    scope=Scope.SITE,
    sources=(TT_21,),
)
CARDS.add(
    "rating",
    Sentence("Có nơi đánh giá mức độ hài lòng", "Satisfaction can be rated"),
    Sentence(
        "Đặt đường dẫn “Đánh giá mức độ hài lòng”, và hỏi sau mỗi hồ sơ.",
        "Put a link “Rate our service”, and ask after each dossier.",
    ),
    scope=Scope.SITE,
    sources=(TT_21,),
)
CARDS.add(
    "survey",
    Sentence("Có khảo sát ý kiến", "Opinions are asked for in a survey"),
    Sentence(
        "Mở một khảo sát ngắn về việc dùng cổng, ghi rõ ý kiến được dùng làm gì.",
        "Open a short survey about the portal, and say what the answers are used for.",
    ),
    scope=Scope.SITE,
    severity=Severity.MINOR,
    sources=(NPSP,),
)
CARDS.add(
    "contact",
    Sentence(
        "Có cách liên hệ: số gọi được hoặc thư điện tử",
        "There is a way of contact: a number to call or a mail address",
    ),
    Sentence(
        "Ghi số tổng đài bấm gọi được (tel:) và thư điện tử ở chân mọi trang.",
        "Put a number that can be tapped (tel:) and a mail address at the foot of every page.",
    ),
    scope=Scope.SITE,
    severity=Severity.SERIOUS,
    sources=(NPSP, IPS),
)
for _name, _says, _remedy in (
    (
        "hotline",
        Sentence("Có số tổng đài, đường dây nóng", "A hotline is named"),
        Sentence(
            "Ghi số tổng đài dưới dạng bấm gọi được: <a href='tel:…'>.",
            "Name the hotline so that it can be tapped: <a href='tel:…'>.",
        ),
    ),
    (
        "email",
        Sentence("Có thư điện tử liên hệ", "A mail address is named"),
        Sentence(
            "Ghi thư điện tử của bộ phận hỗ trợ người dùng.",
            "Name the mail address of those who support users.",
        ),
    ),
    (
        "address",
        Sentence("Có địa chỉ nơi tiếp nhận", "The address of the office is named"),
        Sentence(
            "Ghi địa chỉ trụ sở, bộ phận một cửa, để người không dùng mạng biết nơi đến.",
            "Name the address of the one-stop office for those who do not use the net.",
        ),
    ),
    (
        "hours",
        Sentence("Có giờ làm việc", "Working hours are named"),
        Sentence(
            "Ghi giờ làm việc của bộ phận một cửa và của tổng đài.",
            "Name the working hours of the one-stop office and of the hotline.",
        ),
    ),
):
    CARDS.add(
        _name,
        _says,
        _remedy,
        scope=Scope.SITE,
        severity=Severity.MINOR,
        sources=(NPSP,),
    )
CARDS.add(
    "questions",
    Sentence("Có hỏi đáp", "There are questions and answers"),
    Sentence(
        "Mở mục “Hỏi đáp”: câu hỏi thường gặp, và nơi gửi câu hỏi mới.",
        "Open “Questions and answers”: what is often asked, and a place to ask anew.",
    ),
    scope=Scope.SITE,
    sources=(NPSP,),
)
CARDS.add(
    "answers",
    Sentence("Câu hỏi có câu trả lời trên trang", "Questions are answered on the page"),
    Sentence(
        "Đặt câu trả lời ngay dưới câu hỏi; câu hỏi không có trả lời làm người đọc mất công.",
        "Put the answer right under its question; a question without one wastes a reader's time.",
    ),
    scope=Scope.SITE,
    sources=(NPSP,),
)
CARDS.add(
    "tappable",
    Sentence("Số điện thoại bấm gọi được", "Telephone numbers can be tapped"),
    Sentence(
        "Viết số điện thoại dưới dạng <a href='tel:+84…'> để bấm là gọi.",
        "Write telephone numbers as <a href='tel:+84…'> so that a tap calls.",
    ),
    severity=Severity.MINOR,
    sources=(Source("RFC 3966 (tel URI)"),),
)
