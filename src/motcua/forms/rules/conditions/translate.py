"""From an expression as written to the flat one that both engines run.

`child.full_name` becomes `child__full_name`, `has(child.full_name)` becomes the boolean
`has__child__full_name`. So both engines see typed variables only, no nesting, and a question that
was not answered is a variable without a value on both sides."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from motcua.forms.rules.conditions.functions import BUILT_IN, FUNCTIONS, MACROS, METHODS
from motcua.kernel.definitions import nearest
from motcua.kernel.words import Refused, Sentence

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | (?P<number>\d+(?:\.\d+|[eE][-+]?\d+|[uUxX])?\w*)
      | (?P<chain>[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*)
      | (?P<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()\[\]{}])""",
    re.VERBOSE,
)
_WORDS = frozenset({"true", "false", "in"})
MAX_LENGTH = 2000
MAX_DEPTH = 30


class Kind(StrEnum):
    """Type of a variable or of a value."""

    TEXT = "string"
    INTEGER = "int"
    BOOLEAN = "bool"
    TEXTS = "list<string>"
    ROWS = "list<map>"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: its kind; for rows the kinds of their fields; for a whole, its parts.

    A whole (an address) may only be asked about with `has()`; its parts are compared."""

    kind: Kind
    row: Mapping[str, Kind] = field(default_factory=dict)
    parts: tuple[str, ...] = ()


class ConditionRefused(Refused):
    """An expression was refused: what is wrong with it, and what would be right."""

    def __init__(self, what: Sentence, remedy: Sentence) -> None:
        super().__init__(Sentence(f"{what.vi}; {remedy.vi}", f"{what.en}; {remedy.en}"))
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Translation:
    """The flat expression, the variables whose value it needs, and those it asks `has()` of."""

    wire: str
    uses: tuple[str, ...]
    tests: tuple[str, ...]


def wire_name(path: str) -> str:
    """Give the flat name of a path."""
    return path.replace(".", "__")


def translate(expression: str, variables: Mapping[str, Variable]) -> Translation:
    """Translate `expression` over `variables`, or raise `ConditionRefused`."""
    return _Translator(expression, variables).run()


@dataclass
class _Translator:
    expression: str
    variables: Mapping[str, Variable]
    bound: dict[str, str] = field(default_factory=dict)
    uses: dict[str, None] = field(default_factory=dict)
    tests: dict[str, None] = field(default_factory=dict)

    def run(self) -> Translation:
        tokens = self._tokens()
        self._bind(tokens)
        written: list[str] = []
        place = 0
        while place < len(tokens):
            place = self._write(tokens, place, written)
        return Translation("".join(written).strip(), tuple(self.uses), tuple(self.tests))

    def _tokens(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        place = 0
        if len(self.expression) > MAX_LENGTH:
            raise ConditionRefused(
                Sentence("biểu thức quá dài", "too long an expression"),
                Sentence("tách ra", "split it"),
            )
        while place < len(self.expression):
            match = _TOKEN.match(self.expression, place)
            if match is None:
                raise ConditionRefused(
                    Sentence(
                        f"không hiểu ký tự “{self.expression[place]}”",
                        f"character “{self.expression[place]}” is not understood",
                    ),
                    Sentence(
                        "hãy bỏ ký tự đó; chữ phải nằm trong dấu nháy",
                        "take it away; texts stand in quotes",
                    ),
                )
            kind = str(match.lastgroup)
            text = match[0]
            place = match.end()
            if kind == "chain":
                text = re.sub(r"\s+", "", text)
            if kind != "space":
                found.append((kind, text))
        self._check(found)
        return found

    def _check(self, tokens: list[tuple[str, str]]) -> None:
        depth = 0
        for before, (kind, text) in zip([("", ""), *tokens], tokens, strict=False):
            depth += text in {"(", "[", "{"} and kind == "sign"
            if depth > MAX_DEPTH:
                raise ConditionRefused(
                    Sentence("quá nhiều dấu ngoặc", "too many brackets"),
                    Sentence("tách ra", "split it"),
                )
            if text == "!" and before[1] == "!":
                raise ConditionRefused(
                    Sentence("phủ định hai lần (!!)", "a double negation (!!)"),
                    Sentence("hãy bỏ cả hai", "drop both"),
                )
            if kind == "number" and not text.isdecimal():
                raise ConditionRefused(
                    Sentence(f"“{text}” không phải số nguyên", f"“{text}” is not a whole number"),
                    Sentence(
                        "hãy dùng số nguyên, tiền tính bằng đồng",
                        "use whole numbers, money in đồng",
                    ),
                )
            if text == "null":
                raise ConditionRefused(
                    Sentence("không so sánh với null", "null is not compared"),
                    Sentence("hãy dùng has(…)", "use has(…)"),
                )

    def _bind(self, tokens: list[tuple[str, str]]) -> None:
        for (kind, chain), opening, (_, name), comma in zip(
            tokens, tokens[1:], tokens[2:], tokens[3:], strict=False
        ):
            base, _, method = chain.rpartition(".")
            method = method or chain
            if kind == "chain" and method in MACROS and (opening[1], comma[1]) == ("(", ","):
                self.bound[name] = base

    def _write(self, tokens: list[tuple[str, str]], place: int, written: list[str]) -> int:
        kind, text = tokens[place]
        after = tokens[place + 1][1] if place + 1 < len(tokens) else ""
        before = tokens[place - 1][1] if place else ""
        if kind != "chain" or text in _WORDS:
            spaced = text == "in" or (kind == "sign" and text not in ".()[]!")
            written.append(f" {text} " if spaced else text)
            return place + 1
        if text == "has" and after == "(":
            return self._has(tokens, place, written)
        if before == ".":
            self._method(text, called=after == "(")
            written.append(text)
            return place + 1
        written.append(self._call(text) if after == "(" else self._reference(text))
        return place + 1

    def _has(self, tokens: list[tuple[str, str]], place: int, written: list[str]) -> int:
        inner = [text for _, text in tokens[place + 1 : place + 4]]
        if len(inner) < 3 or tokens[place + 2][0] != "chain" or inner[2] != ")":
            raise ConditionRefused(
                Sentence("has(…) cần đúng một tên trường", "has(…) takes exactly one field"),
                Sentence("ví dụ has(child.full_name)", "such as has(child.full_name)"),
            )
        path = inner[1]
        if path.partition(".")[0] in self.bound:
            self._row_field(path)
            written.append(f"has({path})")
        else:
            self._known(path)
            self.tests[path] = None
            written.append(f"has__{wire_name(path)}")
        return place + 4

    def _call(self, chain: str) -> str:
        base, _, name = chain.rpartition(".")
        if base:
            self._method(name, called=True)
            return f"{self._reference(base)}.{name}"
        if name not in FUNCTIONS and name not in BUILT_IN:
            raise _unknown(("hàm", "function"), name, [*FUNCTIONS, *BUILT_IN, *METHODS, *MACROS])
        return name

    def _method(self, name: str, *, called: bool) -> None:
        if not called or name not in METHODS | MACROS:
            raise _unknown(("hàm", "function"), name, [*METHODS, *MACROS])

    def _reference(self, path: str) -> str:
        if path.partition(".")[0] in self.bound:
            self._row_field(path)
            return path
        self._known(path)
        if parts := self.variables[path].parts:
            raise ConditionRefused(
                Sentence(f"“{path}” gồm nhiều phần", f"“{path}” has parts"),
                Sentence(f"hãy dùng “{path}.{parts[0]}”", f"use “{path}.{parts[0]}”"),
            )
        self.uses[path] = None
        return wire_name(path)

    def _known(self, path: str) -> None:
        if path not in self.variables:
            raise _unknown(("trường", "field"), path, self.variables)

    def _row_field(self, path: str) -> None:
        name, _, part = path.partition(".")
        rows = self.variables.get(self.bound[name])
        if not part or rows is None or rows.kind is not Kind.ROWS:
            return
        if part not in rows.row:
            raise _unknown(("trường", "field"), path, [f"{name}.{known}" for known in rows.row])


def _unknown(kind: tuple[str, str], name: str, known: Iterable[str]) -> ConditionRefused:
    vi, en = kind
    near = nearest(name, known)
    what = Sentence(f"không có {vi} “{name}”", f"there is no {en} “{name}”")
    if near:
        remedy = Sentence(f"có phải bạn muốn viết “{near}”?", f"did you mean “{near}”?")
        return ConditionRefused(what, remedy)
    listed = ", ".join(sorted(known)[:12])
    return ConditionRefused(what, Sentence(f"được dùng: {listed}", f"known: {listed}"))
