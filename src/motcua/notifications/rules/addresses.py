"""Where words can be sent: what an address of each channel looks like."""

import re

from motcua.kernel.words import Refused, Sentence
from motcua.notifications.values import Channel

_MAIL = re.compile(r"[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+\.[^@\s,;:<>()\[\]\"\\.]+")
_PHONE = re.compile(r"(\+84|0)[1-9]\d{8,9}")


class AddressRefused(Refused):
    """Words cannot be sent to this address."""


def checked(channel: Channel, address: str) -> str:
    """Give the address if words can be sent there, or raise AddressRefused.

    Mail takes `name@host.domain`; SMS and Zalo a Vietnamese number, `0912345678` or `+84912345678`.
    """
    pattern = _MAIL if channel is Channel.MAIL else _PHONE
    if len(address) <= 254 and pattern.fullmatch(address):
        return address
    if channel is Channel.MAIL:
        raise AddressRefused(
            Sentence(
                "Địa chỉ thư điện tử không đúng; bạn hãy viết như ten@vidu.vn.",
                "This is no email address; please write it like name@example.vn.",
            )
        )
    raise AddressRefused(
        Sentence(
            "Số điện thoại không đúng; bạn hãy viết như 0912345678.",
            "This is no Vietnamese phone number; please write it like 0912345678.",
        )
    )


def abroad(phone: str) -> str:
    """Write a Vietnamese number as gateways want it: `84912345678`."""
    return "84" + phone.removeprefix("+84").removeprefix("0")


def at_home(phone: str) -> str:
    """Write a number that a gateway gave as `84912345678` or `+84…` as people do: `0912345678`."""
    bare = phone.strip().removeprefix("+")
    return "0" + bare.removeprefix("84") if bare.startswith("84") else phone.strip()
