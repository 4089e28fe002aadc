"""Nobody in the store: visitors and dossiers as keyed hashes, people's numbers seen and masked.

Sources: Luật 91/2025/QH15 (personal data), Nghị định 137/2015/NĐ-CP Điều 7 (12 digits); the old
identity card has 9; a person's tax code is their 12-digit number (Thông tư 86/2024/TT-BTC) or one
of 10 digits, 13 with a branch.
"""

import re
from collections.abc import Iterable
from hashlib import blake2b

# In this order, for one run of digits is one thing. A number may be written in groups (079 300 012
# 345, 0912.345.678) and hang on letters (cccd079300012345), but not on further digits; 11 digits
# are an identity number that lost its leading zero in a spreadsheet. Codes of procedures
# (1.001193.000.00.00.H26) have a digit and a dot before their groups. A word is read whole from its
# begin only, else 64 letters at once: a long one would be read anew from each of its letters.
_KINDS = (
    (
        "email",
        r"(?:(?<![\w.+-])[\w.+-]++|[\w.+-]{1,64}+)(?:@|%40)[\w-]++(?:\.[\w-]++)++",
    ),
    ("ip", r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])"),
    ("ip", r"(?<![\w:])(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}(?![\w:])"),
    ("ip", r"(?<![\w:])(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}(?![\w:])"),
    ("tax_code", r"(?<!\d)\d{10}-\d{3}(?!\d)"),
    ("phone", r"(?<!\d)(?<!\d\.)(?:\+?84|0)(?:[ .-]?\d){9}(?!\d)"),
    ("identity_number", r"(?<!\d)(?<!\d\.)\d{3}(?:[ .-]?\d{3}){3}(?!\d)"),
    ("identity_number", r"(?<!\d)\d{11}(?!\d)"),
    ("tax_code", r"(?<!\d)\d{10}(?!\d)"),
    ("identity_card", r"(?<!\d)(?<!\d\.)\d{3}(?:[ .-]?\d{3}){2}(?!\d)"),
    ("number", r"\d{9,}"),
)
_NAMES = tuple(name for name, _ in _KINDS)
_ANY = re.compile("|".join(f"({pattern})" for _, pattern in _KINDS))
_DIGITS = re.compile(r"\d(?:\.\d{1,3}\.\d|(?:[ .-]?\d){8})")
_COLONS = re.compile(r":[0-9a-fA-F]{0,4}:")


def visitor(salt: bytes, site: int, *, ip: str, agent: str, own_id: str = "") -> int:
    """Give 32 bits that tell a visitor from another at one site, while the day's `salt` lives.

    A client's own id (`_id`, `cid`) stands in for address and agent where it is sent.
    """
    told = f"{site}|{own_id}" if own_id else f"{site}|{ip}|{agent}"
    digest = blake2b(told.encode("utf-8", "replace"), digest_size=4, key=salt[:64]).digest()
    return int.from_bytes(digest, "big")


def visitors(salt: bytes, told: Iterable[bytes]) -> bytes:
    """Give what `visitor` gives for many `site|address|agent` at once: 4 bytes each."""
    keyed = blake2b(digest_size=4, key=salt[:64])
    found = []
    for one in told:
        digest = keyed.copy()
        digest.update(one)
        found.append(digest.digest())
    return b"".join(found)


def hidden(pepper: bytes, text: str) -> int:
    """Give 63 bits that stand for `text` for ever and lead nowhere without the `pepper`."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8, key=pepper[:64]).digest()
    return int.from_bytes(digest, "big") >> 1


def _worth_a_look(text: str) -> bool:
    # A pattern for each way to begin is several times quicker than one for all.
    return (
        _DIGITS.search(text) is not None
        or "@" in text
        or "%40" in text
        or (":" in text and _COLONS.search(text) is not None)
    )


def names_a_person(text: str) -> str | None:
    """Say what in `text` could name somebody, or None.

    identity_number (12 digits), identity_card (9), tax_code (10, or 13 with a branch), phone,
    email, ip, or number (13 digits and more, in which one of them could hide).
    """
    if not _worth_a_look(text):
        return None
    found = _ANY.search(text)
    return _NAMES[found.lastindex - 1] if found and found.lastindex else None


def masked(text: str) -> str:
    """Give `text` with everything that could name somebody replaced by its kind in brackets."""
    if not _worth_a_look(text):
        return text
    return _ANY.sub(lambda found: f"({_NAMES[(found.lastindex or 1) - 1]})", text)
