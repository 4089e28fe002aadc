"""Answers in words: texts, names, numbers of people, ways to reach them."""

import re

import phonenumbers

from motcua.forms.rules.reading.asked import Asked, Mend, sized, text_of
from motcua.kernel.codes import CitizenId, CodeRefused, TaxCode

_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)


def text(asked: Asked) -> str | None:
    """Read one line of text."""
    text = sized(text_of(asked.raw), asked.field.min_length, asked.field.max_length)
    if text and asked.field.pattern and not re.fullmatch(asked.field.pattern, text):
        hint = asked.field.pattern_hint
        raise Mend(
            hint.vi if hint else "chưa đúng mẫu, bạn hãy xem lại hướng dẫn",
            hint.en if hint else "not in the expected form; see the hint",
        )
    return text or None


def long_text(asked: Asked) -> str | None:
    """Read lines of text."""
    return (
        sized(text_of(asked.raw, lines=True), asked.field.min_length, asked.field.max_length)
        or None
    )


def person_name(asked: Asked) -> str | None:
    """Read a name: letters, spaces, hyphen, apostrophe."""
    text = sized(text_of(asked.raw), 1, asked.field.max_length)
    if any(letter.isdigit() for letter in text):
        raise Mend("họ tên không có chữ số, bạn hãy xem lại", "a name has no digits; check it")
    if wrong := next((c for c in text if not (c.isalpha() or c in " '’.-")), None):
        raise Mend(
            f"họ tên không có ký tự “{wrong}”, bạn hãy bỏ đi", f"a name has no “{wrong}”; remove it"
        )
    return text or None


def _short(text: str) -> str:
    """Give a text that no number is as long as, cut, so that it is refused in few words."""
    return text if len(text) <= 40 else f"{text[:40]}…"


def citizen_id(asked: Asked) -> str | None:
    """Read a personal number of 12 digits."""
    text = _short(text_of(asked.raw))
    if not text:
        return None
    try:
        number = CitizenId.parse(text)
    except CodeRefused as refused:
        raise Mend(refused.sentence.vi, refused.sentence.en) from None
    if number.is_old_card:
        raise Mend(
            "số định danh cá nhân có đủ 12 chữ số, bạn hãy xem trên thẻ căn cước",
            "a personal identity number has 12 digits; see the identity card",
        )
    return str(number)


def tax_code(asked: Asked) -> str | None:
    """Read a tax code."""
    text = _short(text_of(asked.raw))
    try:
        return str(TaxCode.parse(text)) if text else None
    except CodeRefused as refused:
        raise Mend(refused.sentence.vi, refused.sentence.en) from None


def phone(asked: Asked) -> str | None:
    """Read a telephone number into E.164."""
    text = text_of(asked.raw)
    if not text:
        return None
    try:
        number = phonenumbers.parse(_short(text), "VN")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise Mend(
            "số điện thoại chưa đúng, bạn hãy nhập đủ số, ví dụ 0912 345 678",
            "not a telephone number; enter all digits, such as 0912 345 678",
        )
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def email(asked: Asked) -> str | None:
    """Read an e-mail address."""
    text = text_of(asked.raw)
    if text and (len(text) > 254 or ".." in text or not _EMAIL.fullmatch(text)):
        raise Mend(
            "địa chỉ thư điện tử chưa đúng, ví dụ ten@vidu.vn",
            "not an email address; it looks like name@example.com",
        )
    return text or None
