"""Cards of the notice, consent, and what people are told where they type."""

from motcua.evaluation.probes.privacy.sources import DECREE, LAW, PURPOSE, RIGHTS, USERS_VIEW
from motcua.evaluation.rules.looking.cards import measured, must, none_of, told
from motcua.evaluation.values.facts import Better, Scope, Severity, Unit
from motcua.kernel.words import Sentence as S  # noqa: N817 -- said many times here

CARDS = (
    must(
        "privacy.notice",
        S("Có thông báo về dữ liệu cá nhân", "There is a privacy notice"),
        S(
            "Đăng một trang nói bằng lời thường: giữ dữ liệu gì, để làm gì, bao lâu, ai xem, người "
            "dân có quyền gì.",
            "Publish a page in plain words: which data is kept, what for, how long, who sees it, "
            "which rights people have.",
        ),
        severity=Severity.CRITICAL,
        sources=(LAW, DECREE, USERS_VIEW),
    ),
    must(
        "privacy.one_click",
        S("Từ trang chủ bấm một lần là tới thông báo", "The notice is one click from home"),
        S(
            "Đặt đường dẫn “Quyền riêng tư” ở chân mọi trang.",
            "Put a link “Privacy” at the foot of every page.",
        ),
        scope=Scope.PAGE,
        severity=Severity.SERIOUS,
        sources=(USERS_VIEW,),
    ),
    told(
        "privacy.notice_address",
        S("Địa chỉ của thông báo", "Address of the notice"),
        S("Không cần làm gì.", "Nothing to do."),
        unit=Unit.WORD,
    ),
    must(
        "privacy.readable",
        S("Thông báo đọc được, dễ hiểu", "The notice can be read and understood"),
        S(
            "Viết thành trang web tiếng Việt có đề mục, câu ngắn; không đăng bản quét hay PDF thay "
            "cho trang.",
            "Write it as a page in Vietnamese with headings and short sentences, no scan or PDF in "
            "its place.",
        ),
        scope=Scope.PAGE,
        severity=Severity.MODERATE,
        sources=(LAW, USERS_VIEW),
    ),
    measured(
        "privacy.statements",
        S("Phần các điều phải nói mà thông báo đã nói", "Share of what a notice must tell"),
        S(
            "Bổ sung vào thông báo từng điều còn thiếu nêu ở dưới.",
            "Add to the notice each of the things named below as missing.",
        ),
        unit=Unit.SHARE,
        better=Better.MORE,
        limit=1.0,
        severity=Severity.SERIOUS,
        sources=(LAW, DECREE),
    ),
    told(
        "privacy.rights_named",
        S("Số quyền được nêu trong thông báo (trên 11)", "Rights named in the notice (of 11)"),
        S(
            "Nêu đủ các quyền của người dân với dữ liệu của mình và cách yêu cầu từng quyền.",
            "Name every right that people have over their data, and how to ask for each.",
        ),
        unit=Unit.COUNT,
        sources=(RIGHTS, DECREE),
    ),
    must(
        "privacy.law_current",
        S("Thông báo dẫn luật đang có hiệu lực", "The notice leans on the law in force"),
        S(
            "Sửa căn cứ: từ 1/1/2026 là Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.",
            "Mend the basis: from 1 January 2026 it is Law 91/2025/QH15 on personal data.",
        ),
        scope=Scope.PAGE,
        severity=Severity.MINOR,
        sources=(LAW,),
    ),
    must(
        "privacy.access_log",
        S(
            "Cho người dân biết ai đã xem dữ liệu của họ",
            "People can see who looked at their data",
        ),
        S(
            "Ghi lại mỗi lần cán bộ mở hồ sơ và cho người nộp xem; nói điều đó trong thông báo.",
            "Record every opening of a dossier and show it to the applicant; say so in the notice.",
        ),
        scope=Scope.PAGE,
        severity=Severity.MINOR,
        sources=(RIGHTS, USERS_VIEW),
    ),
    none_of(
        "privacy.collection_notice",
        S(
            "Biểu mẫu hỏi dữ liệu cá nhân mà không nói để làm gì",
            "Forms that ask for personal data and do not say what for",
        ),
        S(
            "Cạnh nút gửi, nói một câu dữ liệu dùng vào việc gì và dẫn tới thông báo.",
            "Beside the button, say in one sentence what the data is for and link to the notice.",
        ),
        severity=Severity.SERIOUS,
        sources=(LAW, DECREE),
    ),
    none_of(
        "privacy.consent",
        S("Sự đồng ý bị ép hoặc bị coi là có sẵn", "Consent that is forced or taken as given"),
        S(
            "Để trống ô đồng ý cho người dân tự chọn, cho từ chối; im lặng không phải đồng ý."
            "đồng ý.",
            "Leave the box empty for people to tick, let them refuse; silence is not consent.",
        ),
        severity=Severity.SERIOUS,
        sources=(LAW, DECREE),
    ),
    told(
        "privacy.consent_asked",
        S("Biểu mẫu có ô xin đồng ý", "The form has a box for consent"),
        S(
            "Dựa trên sự đồng ý thì phải hỏi; dựa trên luật thì nói rõ luật nào.nào.",
            "Where data is used by consent, ask for it; where by law, say by which.",
        ),
        unit=Unit.YES_NO,
        sources=(LAW, DECREE),
    ),
    none_of(
        "privacy.needless",
        S("Ô hỏi dữ liệu không cần cho việc này", "Fields that this purpose does not need"),
        S(
            "Bỏ ô hỏi số định danh, dữ liệu nhạy cảm khỏi biểu mẫu tìm kiếm, góp ý, liên hệ.",
            "Take identity numbers and sensitive data out of search, feedback and contact forms.",
        ),
        severity=Severity.MODERATE,
        sources=(LAW, DECREE),
    ),
    none_of(
        "privacy.autocomplete",
        S(
            "Ô họ tên, điện thoại, thư điện tử không cho trình duyệt điền giúp",
            "Name, phone and mail fields that browsers cannot fill in",
        ),
        S(
            'Thêm autocomplete="name", "tel", "email"… để người dân không phải gõ lại.',
            'Add autocomplete="name", "tel", "email"… so that people need not type again.',
        ),
        severity=Severity.MINOR,
        sources=(PURPOSE,),
    ),
)
