"""Reading what people type to name themselves: phone numbers, e-mail addresses, login names."""

import re

import phonenumbers

LOGIN_NAME = re.compile(r"[a-z][a-z0-9._-]{2,49}")


def phone_of(text: str) -> str:
    """Give a Vietnamese or foreign number as E.164 (`+84912345678`); empty where it is none."""
    try:
        number = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_shown(number: str) -> str:
    """Show E.164 the way people write it: `0912 345 678`."""
    try:
        parsed = phonenumbers.parse(number, "VN")
    except phonenumbers.NumberParseException:
        return number
    national = parsed.country_code == 84
    style = phonenumbers.PhoneNumberFormat.NATIONAL if national else None
    return phonenumbers.format_number(
        parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL if style is None else style
    )


def email_of(text: str) -> str:
    """Give an e-mail address in the one form that is stored and compared."""
    return text.strip().lower()


def login_name_of(text: str) -> str:
    """Give a login name in the one form that is stored and compared."""
    return text.strip().lower()
