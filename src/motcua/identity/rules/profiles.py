"""Checking what people say about themselves: every problem at once, each with its sentence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.identity.rules.names import LOGIN_NAME, email_of, login_name_of, phone_of
from motcua.kernel.codes import CitizenId, CodeRefused
from motcua.kernel.text import person_name
from motcua.kernel.words import Refused, Sentence

EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")

NAME_MISSING = Sentence(
    "Bạn hãy nhập họ và tên đầy đủ, như trên giấy tờ.", "Enter your full name, as on your papers."
)
NAME_STRANGE = Sentence(
    "Họ và tên chỉ gồm chữ, không có chữ số hay ký hiệu. Bạn hãy xem lại.",
    "A name has letters only, no digits or signs. Check it.",
)
PHONE_WRONG = Sentence(
    "Số điện thoại này chưa đúng. Bạn hãy nhập đủ 10 số, ví dụ 0912 345 678.",
    "This phone number is wrong. Enter all 10 digits, such as 0912 345 678.",
)
PHONE_TAKEN = Sentence(
    "Số điện thoại này đã có tài khoản. Bạn hãy đăng nhập, hoặc chọn “Quên mật khẩu”.",
    "This phone number already has an account. Log in, or choose “Forgotten password”.",
)
EMAIL_WRONG = Sentence(
    "Địa chỉ thư điện tử này chưa đúng. Ví dụ đúng: ten@vidu.vn.",
    "This email address is wrong. A correct one looks like name@example.com.",
)
EMAIL_TAKEN = Sentence(
    "Thư điện tử này đã có ở một tài khoản khác. Bạn hãy dùng thư điện tử khác.",
    "This email address is used by another account. Use another one.",
)
LOGIN_NAME_WRONG = Sentence(
    "Tên đăng nhập gồm 3–50 chữ không dấu, số, dấu chấm hoặc gạch, bắt đầu bằng chữ.",
    "A user name has 3–50 unaccented letters, digits, dots or dashes and starts with a letter.",
)
LOGIN_NAME_TAKEN = Sentence(
    "Tên đăng nhập này đã có người dùng. Bạn hãy chọn tên khác.",
    "This user name is taken. Choose another one.",
)
BORN_LATER = Sentence(
    "Ngày sinh phải là một ngày đã qua. Bạn hãy xem lại.",
    "The date of birth must be in the past. Check it.",
)
ADDRESS_LONG = Sentence(
    "Địa chỉ dài quá 300 ký tự. Bạn hãy viết gọn lại.",
    "The address has over 300 characters. Make it shorter.",
)


class AccountRefused(Refused):
    """What was said about an account cannot be taken; `problems` has a sentence a field."""

    def __init__(self, problems: Mapping[str, Sentence]) -> None:
        super().__init__(next(iter(problems.values())))
        self.problems = dict(problems)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person tells about themselves; checked ones are in the form that is stored."""

    full_name: str
    phone: str = ""
    email: str = ""
    citizen_id: str = ""
    born_on: date | None = None
    address: str = ""


def check(
    profile: Profile, *, on: date, phone_required: bool = True
) -> tuple[Profile, dict[str, Sentence]]:
    """Give the profile as it is stored, and the problems by field; `on` is today in Hà Nội."""
    problems: dict[str, Sentence] = {}
    name = str(person_name(profile.full_name))
    if not name or len(name) > 200:
        problems["full_name"] = NAME_MISSING
    elif re.search(r"[\d@<>{}\\|]", name):
        problems["full_name"] = NAME_STRANGE
    phone = phone_of(profile.phone)
    if not phone and (phone_required or profile.phone.strip()):
        problems["phone"] = PHONE_WRONG
    email = email_of(profile.email)
    if email and (len(email) > 254 or not EMAIL.fullmatch(email)):
        problems["email"] = EMAIL_WRONG
    citizen_id = _citizen_id(profile.citizen_id, problems)
    if profile.born_on and profile.born_on >= on:
        problems["born_on"] = BORN_LATER
    address = " ".join(profile.address.split())
    if len(address) > 300:
        problems["address"] = ADDRESS_LONG
    return Profile(name, phone, email, citizen_id, profile.born_on, address), problems


def check_login_name(text: str) -> tuple[str, dict[str, Sentence]]:
    """Give a login name as it is stored, and its problem if there is one."""
    name = login_name_of(text)
    return name, {} if LOGIN_NAME.fullmatch(name) else {"username": LOGIN_NAME_WRONG}


def _citizen_id(text: str, problems: dict[str, Sentence]) -> str:
    if not text.strip():
        return ""
    try:
        return str(CitizenId.parse(text))
    except CodeRefused as refused:
        problems["citizen_id"] = refused.sentence
        return ""
