"""Amounts of money and the fee cell: "10,000 VNĐ(note)", "Miễn phí", "Không có thông tin"."""

import re
from typing import Final

from motcua.procedures.rules.parsing.cells import NOT_STATED
from motcua.procedures.values.catalogue import Fee, FeeKind, Read, State

FREE: Final = "Miễn phí"
CURRENCIES: Final = {"VNĐ": "VND", "Việt Nam Đồng": "VND", "USD": "USD", "EUR": "EUR"}
CURRENCY: Final = "|".join(CURRENCIES)
HEAD: Final = rf"(?:{FREE}|{NOT_STATED}|\d[\d,.]* (?:{CURRENCY}))"
"""How every fee cell begins."""

_HEAD: Final = re.compile(rf"(?P<amount>\d[\d,.]*) (?P<unit>{CURRENCY})")
_GROUPED: Final = re.compile(r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)")
_FURTHER: Final = re.compile(
    r"(?P<kind>Lệ phí|Phí) ?: ?(?P<amount>\d[\d.,]*\d|\d)[^().,;:\d]{0,30}\("
)
_DOTTED: Final = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d*|0")
_ITEM: Final = re.compile(r"\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s")
"""The description's own first item, "(1) Trường hợp …", which is no note."""
_JOINT: Final = re.compile(r"\Z|[^\s.,;:)]")
_KINDS: Final = {"Phí": FeeKind.FEE, "Lệ phí": FeeKind.CHARGE}


def whole(text: str) -> int | None:
    """Read "2,000,000" or "250000"; None where the digits are grouped in no such way."""
    return int(text.replace(",", "")) if _GROUPED.fullmatch(text) else None


def split_note(rest: str) -> tuple[str, str, bool]:
    """Part what follows an amount into its note "(…)" and the description; say whether for certain.

    Note and description ran together, so the brackets decide. Where they do not close, or the
    sentence goes on after they do, the note ends at the only bracket that a word follows without
    a space; where there is no such one, it stays open where the description begins.
    """
    if not rest.startswith("(") or _ITEM.match(rest):
        return "", rest, True
    end = _closing(rest)
    if end is not None and rest[end : end + 1] == ")" and rest[end + 1 : end + 2] not in {")", "."}:
        end += 1
    if end is not None and _JOINT.match(rest, end):
        return rest[:end], rest[end:], True
    if end is not None and rest[end].isspace():
        return rest[:end], rest[end:], False
    joints = [m.start() for m in _JOINT.finditer(rest) if rest[m.start() - 1] == ")"]
    if len(joints) == 1:
        return rest[: joints[0]], rest[joints[0] :], True
    return (rest[:end], rest[end:], False) if end is not None else (rest, "", False)


def _closing(text: str) -> int | None:
    depth = 0
    for position, letter in enumerate(text):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth == 0:
            return position + 1
    return None


def read_fees(head: str, note: str) -> Read[tuple[Fee, ...]]:
    """Read a fee cell: its amount, and further fees that its note lists in the catalogue's way."""
    text = head + note
    if head == NOT_STATED:
        return Read(text=text) if not note else Read(State.UNPARSED, None, text)
    words = note.strip()
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1].strip()
    if head == FREE:
        first = Fee(0, note=words)
    else:
        found = _HEAD.fullmatch(head)
        amount = whole(found["amount"]) if found else None
        if found is None or amount is None:
            return Read(State.UNPARSED, None, text)
        first = Fee(amount, currency=CURRENCIES[found["unit"]], note=words)
    return Read(State.PARSED, (first, *_further(first, note)), text)


def _further(first: Fee, note: str) -> list[Fee]:
    """Find "Phí: 400000 Đồng (for what)" inside a note; an amount told again is no further fee."""
    fees: list[Fee] = []
    for found in _FURTHER.finditer(note):
        if not _DOTTED.fullmatch(found["amount"]):
            continue
        amount = int(re.sub(r"[.,]", "", found["amount"]))
        if amount in {first.amount, *(fee.amount for fee in fees)}:
            continue
        bracket = note[found.end() - 1 :]
        end = _closing(bracket)
        words = bracket[1 : end - 1] if end else bracket[1:]
        fees.append(Fee(amount, kind=_KINDS[found["kind"]], note=words.strip()))
    return fees


def names_amount(note: str, amount: int) -> bool:
    """Say whether a note prints this amount, or its thousandfold, as people write it."""
    written = {f"{n:,}".replace(",", mark) for n in (amount, amount * 1000) for mark in ".,"}
    return any(re.search(rf"(?<![\d.,]){re.escape(w)}(?!\d)", note) for w in written)
