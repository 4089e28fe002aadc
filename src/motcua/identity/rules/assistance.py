"""What a person agrees to before being helped, and how names are masked afterwards."""

from motcua.kernel.words import Sentence

CONSENT_VERSION = "2026-11-01"
CONSENT: tuple[Sentence, ...] = (
    Sentence(
        "Người hỗ trợ nhập tờ khai, tải giấy tờ và nộp hồ sơ trên tài khoản của bạn, có bạn ngồi "
        "cùng. Hồ sơ là của bạn.",
        "The helper fills in forms, uploads papers and submits on your own account, with you "
        "beside them. The application is yours.",
    ),
    Sentence(
        "Trong lúc hỗ trợ, người hỗ trợ thấy thông tin, tờ khai và hồ sơ của bạn. Kết thúc rồi thì "
        "không xem được gì nữa.",
        "Meanwhile the helper sees your details, forms and applications, and nothing afterwards.",
    ),
    Sentence(
        "Người hỗ trợ không xem được mật khẩu và không đổi được tài khoản của bạn.",
        "The helper cannot see your password or change your account.",
    ),
    Sentence(
        "Việc hỗ trợ được ghi lại: ai, lúc nào, nộp gì. Bạn xem lại và thu hồi được bất cứ lúc nào "
        "trong tài khoản của mình.",
        "What happens is recorded: who, when, what was submitted. You can look it up and withdraw "
        "at any time in your own account.",
    ),
)
"""The sentences shown and agreed to; new words need a new version (Luật 91/2025/QH15)."""


def masked(name: str) -> str:
    """Give the initials of a name, enough to tell helped people apart: `N. T. H.`."""
    return " ".join(f"{word[0]}." for word in name.split())


def masked_phone(shown: str) -> str:
    """Hide the middle of a phone number: `0912 *** 678`."""
    digits = "".join(sign for sign in shown if sign.isdigit())
    return f"{digits[:4]} *** {digits[-3:]}" if len(digits) > 7 else "***"
