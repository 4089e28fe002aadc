"""Why something was not counted: a closed list, each with its sentence."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from motcua.kernel.words import Sentence
from motcua.measurement.rules import privacy
from motcua.measurement.values.facts import Source

EXAMPLE = 500


class Reason(StrEnum):
    """Why a fact was refused; the word is kept in `connections_daily.reason`."""

    MALFORMED = "malformed"
    MISSING = "missing"
    VALUE = "value"
    TOO_MANY = "too_many"
    NOT_FOR_COUNTING = "not_for_counting"
    UNKNOWN_SITE = "unknown_site"
    CLOSED_SITE = "closed_site"
    TOKEN = "token"  # noqa: S105 -- names a reason, holds no secret
    SIGNATURE = "signature"
    STALE = "stale"
    LATE = "late"
    FUTURE = "future"
    PERSON = "person"
    FLOOD = "flood"


SENTENCES = {
    Reason.MALFORMED: Sentence(
        "Nội dung gửi đến không đọc được.", "What was sent could not be read."
    ),
    Reason.MISSING: Sentence("Thiếu một trường bắt buộc.", "A required field is missing."),
    Reason.VALUE: Sentence(
        "Giá trị của trường không nằm trong danh mục hoặc sai kiểu.",
        "The field's value is not on its list or is of the wrong type.",
    ),
    Reason.TOO_MANY: Sentence(
        "Gửi quá nhiều sự kiện trong một lần.", "Too many facts were sent at once."
    ),
    Reason.NOT_FOR_COUNTING: Sentence(
        "Yêu cầu nói rằng nó không được tính (rec khác 1).",
        "The request says that it is not to be counted (rec is not 1).",
    ),
    Reason.UNKNOWN_SITE: Sentence("Không có cổng nào mang số này.", "No portal has this number."),
    Reason.CLOSED_SITE: Sentence(
        "Cổng mang số này đã ngừng đo.", "The portal with this number is no longer measured."
    ),
    Reason.TOKEN: Sentence(
        "Chỉ cổng có mã bí mật (token_auth) mới được đặt lại địa chỉ hoặc thời điểm cũ.",
        "Only a portal's secret (token_auth) may set another address or an older moment.",
    ),
    Reason.SIGNATURE: Sentence(
        "Thiếu chữ ký của cổng, hoặc chữ ký không khớp với nội dung.",
        "The portal's signature is missing or does not fit what was sent.",
    ),
    Reason.STALE: Sentence(
        "Thời điểm ký lệch quá 5 phút so với đồng hồ của nơi nhận.",
        "The moment of signing is more than 5 minutes from the receiver's clock.",
    ),
    Reason.LATE: Sentence(
        "Sự kiện đã quá 48 giờ; sự kiện cũ hơn chỉ nhận theo lô, kèm mã bí mật.",
        "The fact is more than 48 hours old; older ones are taken in bulk with the secret only.",
    ),
    Reason.FUTURE: Sentence(
        "Thời điểm của sự kiện ở quá 5 phút trong tương lai.",
        "The fact's moment is more than 5 minutes in the future.",
    ),
    Reason.PERSON: Sentence(
        "Trường này mang số định danh, số điện thoại, thư điện tử hoặc địa chỉ mạng của một "
        "người; sự kiện không được nhận.",
        "The field carries somebody's identity number, telephone, e-mail or network address; "
        "the fact is not taken.",
    ),
    Reason.FLOOD: Sentence(
        "Cổng gửi quá số sự kiện được nhận trong một phút.",
        "The portal sends more facts than are taken in a minute.",
    ),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something not counted: why, in which field, in words, and what it looked like.

    `example` is raw but for what names a person, at most 500 characters. `site` is 0 where the
    request named none that is known.
    """

    reason: Reason
    field: str
    sentence: Sentence
    example: str
    site: int = 0
    source: Source = Source.MATOMO


# Ids of visitors, secrets, codes of dossiers and words that facts drop, in a query or in JSON (also
# in JSON within JSON).
# Where one is an object or a list, everything behind it is left out: its end is not looked for.
_NAMES = "token_auth|uid|cid|_id|cip|CodeProfile|MaHoSo|dossier|User|ID_local|ID_QG|Data"
_NAMES += "|NameTTHC|search|urlref"
_HIDDEN = re.compile(
    rf"""(?P<name>(?<!\w)(?:{_NAMES})(?:(?P<query>=)|\\*["']\s*:\s*))"""
    r"""(?:[{[].*|"(?:[^"\\]|\\.)*"?|\\+".*?\\+"|(?(query)[^&"]*|[^&,"}\s]*))""",
    re.DOTALL,
)
_ESCAPED_DIGIT = re.compile(r"\\+u003([0-9])")


def refuse(
    reason: Reason,
    field: str,
    example: str,
    *,
    site: int = 0,
    source: Source = Source.MATOMO,
    why: Sentence | None = None,
) -> Refusal:
    """Make a refusal; `example` is masked of persons and cut here, `why` replaces the sentence."""
    return Refusal(
        reason, shown(field)[:100], why or SENTENCES[reason], shown(example), site, source
    )


def shown(example: str) -> str:
    """Give a raw example as it may be shown to those who mend it: without persons and secrets."""
    text = example[: 4 * EXAMPLE]
    if not text.lstrip().startswith(("{", "[")):
        text = text.replace("+", " ")  # a space in a query
    for _ in range(4):
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    text = _ESCAPED_DIGIT.sub(r"\1", text)
    text = "".join(each if each.isprintable() else " " for each in text)
    return privacy.masked(_HIDDEN.sub(r"\g<name>…", text))[:EXAMPLE]
