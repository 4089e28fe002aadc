"""Simple conditions without CEL: an answer, a comparison, a value; to an expression and back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.kernel.words import Sentence

OPERATORS = {
    "eq": Sentence("là", "is"),
    "ne": Sentence("không phải là", "is not"),
    "includes": Sentence("có chọn", "includes"),
    "gt": Sentence("lớn hơn", "is more than"),
    "lt": Sentence("nhỏ hơn", "is less than"),
    "has": Sentence("đã được trả lời", "is answered"),
    "has_not": Sentence("không được trả lời", "is not answered"),
}
_SIGNS = {"eq": "==", "ne": "!=", "gt": ">", "lt": "<"}
_YES = {"có", "yes", "true", "đúng", "co"}
_NO = {"không", "no", "false", "sai", "khong"}

_PATH = r"(?P<path>[a-z][a-z0-9_.]*)"
_GUARD = re.compile(r"^has\((?P<guarded>[a-z][a-z0-9_.]*)\) && (?P<rest>.+)$")
_FORMS = (
    (
        re.compile(rf"^{_PATH} (?P<sign>==|!=|>|<) (?:\"(?P<text>[^\"\\]*)\"|'(?P<one>[^'\\]*)')$"),
        "",
    ),
    (re.compile(rf"^{_PATH} (?P<sign>==|!=|>|<) (?P<number>-?\d+)$"), ""),
    (re.compile(rf"^[\"'](?P<text>[^\"'\\]*)[\"'] in {_PATH}$"), "includes"),
    (re.compile(rf"^has\({_PATH}\)$"), "has"),
    (re.compile(rf"^!has\({_PATH}\)$"), "has_not"),
    (re.compile(rf"^{_PATH}$"), "yes"),
    (re.compile(rf"^!{_PATH}$"), "no"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as conditions and pickers speak of it: `options` are (code, words)."""

    path: str
    label: str
    type: str
    options: tuple[tuple[str, str], ...] = ()
    may_be_missing: bool = False


@dataclass(frozen=True, slots=True)
class Simple:
    """A condition that the helper can write: `value` as a person types it."""

    path: str
    operator: str
    value: str = ""


def simple(text: str) -> Simple | None:
    """Read an expression that the helper could have written; None for any other."""
    rest = text.strip()
    guard = _GUARD.match(rest)
    if guard:
        rest = guard["rest"]
    for pattern, operator in _FORMS:
        match = pattern.match(rest)
        if match is None:
            continue
        if guard and guard["guarded"] != match["path"]:
            return None
        if operator in {"yes", "no"}:
            return Simple(match["path"], "eq", "có" if operator == "yes" else "không")
        if operator:
            return Simple(match["path"], operator, match.groupdict().get("text") or "")
        named = next(name for name, sign in _SIGNS.items() if sign == match["sign"])
        groups = match.groupdict()
        value = next(groups[k] for k in ("text", "one", "number") if groups.get(k) is not None)
        return Simple(match["path"], named, value)
    return None


def expression(one: Simple, known: Mapping[str, Asked]) -> str:
    """Write a simple condition as CEL; asks first where the answer need not be given.

    A choice may be named by its words. Raises ValueError where the value cannot be used.
    """
    asked = known.get(one.path)
    if one.operator == "has":
        return f"has({one.path})"
    if one.operator == "has_not":
        return f"!has({one.path})"
    guard = f"has({one.path}) && " if asked and asked.may_be_missing else ""
    return guard + _compared(one, asked)


def _compared(one: Simple, asked: Asked | None) -> str:
    kind = asked.type if asked else "text"
    value = one.value.strip()
    if kind in {"yes_no", "declaration"}:
        holds = value.lower() in _YES
        if not holds and value.lower() not in _NO:
            raise ValueError(value)
        return one.path if holds == (one.operator == "eq") else f"!{one.path}"
    if kind in {"integer", "money"}:
        number = value.replace(".", "")
        if not re.fullmatch(r"-?\d{1,15}", number, re.ASCII) or one.operator == "includes":
            raise ValueError(value)
        return f"{one.path} {_SIGNS[one.operator]} {int(number)}"
    code = _code(value, asked.options if asked else ())
    if not code or '"' in code or "\\" in code or "\n" in code:
        raise ValueError(value)
    if one.operator == "includes" or kind == "choices":
        inside = f'"{code}" in {one.path}'
        return f"!({inside})" if one.operator == "ne" else inside
    return f'{one.path} {_SIGNS[one.operator]} "{code}"'


def _code(value: str, options: Sequence[tuple[str, str]]) -> str:
    for code, words in options:
        if value.lower() in {code.lower(), words.lower()}:
            return code
    return value


def in_words(text: str, known: Mapping[str, Asked]) -> str:
    """Say a condition in words where it is a simple one; else the expression itself."""
    one = simple(text)
    if one is None or one.path not in known:
        return text
    asked = known[one.path]
    value = dict(asked.options).get(one.value, one.value)
    return f"“{asked.label}” {OPERATORS[one.operator].vi} {value}".strip()
