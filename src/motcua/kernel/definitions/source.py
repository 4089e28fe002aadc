"""YAML 1.2 text into plain values that remember their lines."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from motcua.kernel.words import Refused, Sentence

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 40

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, Plain] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a definition: where, what, and what would be right."""

    file: str
    line: int
    what: Sentence
    remedy: Sentence

    def text(self, language: str = "vi") -> str:
        """Give the problem as one line, `file:line: what is wrong; what would be right`."""
        return f"{self.file}:{self.line}: {self.what.in_(language)}; {self.remedy.in_(language)}"

    def __str__(self) -> str:
        return self.text()


class DefinitionRefused(Refused):
    """A definition was refused; `problems` holds everything wrong in it, by line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        lines = [[problem.text(language) for problem in problems] for language in ("vi", "en")]
        super().__init__(Sentence("\n".join(lines[0]), "\n".join(lines[1])))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Document:
    """Plain values of one file and the line of each of them.

    `problems` are faults that did not stop the reading (a key twice, an anchor)."""

    name: str
    data: dict[str, Plain]
    lines: dict[Path, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def as_json(self) -> str:
        """Give the values as JSON, in which a list fits a tuple and a text fits a date."""
        return json.dumps(self.data)

    def line(self, path: Sequence[str | int]) -> int:
        """Give the line of the value at `path`, or of what holds it where it is missing."""
        for length in range(len(path), -1, -1):
            if (line := self.lines.get(tuple(path[:length]))) is not None:
                return line
        return 1

    def problem(self, path: Sequence[str | int], what: Sentence, remedy: Sentence) -> Problem:
        """Point at the value at `path`."""
        return Problem(self.name, self.line(path), what, remedy)


def decode(content: bytes, *, name: str) -> str:
    """Decode the bytes of a definition file, which are UTF-8 and at most 1 MiB."""
    if len(content) > MAX_BYTES:
        raise DefinitionRefused((Problem(name, 1, *_too_large(len(content))),))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DefinitionRefused(
            (
                Problem(
                    name,
                    line,
                    Sentence("có ký tự không phải UTF-8", "a byte that is not UTF-8"),
                    Sentence(
                        "hãy lưu lại tệp với bảng mã UTF-8",
                        "save the file in the encoding UTF-8 again",
                    ),
                ),
            )
        ) from None


def read(text: str, *, name: str) -> Document:
    """Read one YAML document that is a mapping; raise `DefinitionRefused` where it cannot be.

    What was read lately is not parsed again (0.1 s a file): lists, the dictionary and profiles
    stand beside every procedure. `data` is the caller's own.
    """
    kept = _parsed(text, name)
    return replace(kept, data=json.loads(kept.as_json()))


@lru_cache(maxsize=32)
def _parsed(text: str, name: str) -> Document:
    _refuse_before_reading(text, name)
    reader = _Reader(name)
    try:
        data = reader.document(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        raise DefinitionRefused(tuple(_syntax(error, text, name))) from None
    except (YAMLError, RecursionError, ValueError) as error:
        raise DefinitionRefused((Problem(name, 1, *_unreadable(str(error))),)) from None
    if not isinstance(data, dict):
        what = (
            Sentence("tệp trống", "the file is empty")
            if data is None
            else Sentence("tệp không phải là một bảng khóa–giá trị", "the file is not a mapping")
        )
        remedy = Sentence(
            "hãy bắt đầu bằng các dòng dạng “khóa: giá trị”", "begin with lines of “key: value”"
        )
        raise DefinitionRefused((*reader.problems, Problem(name, 1, what, remedy)))
    return Document(name, data, reader.lines, tuple(reader.problems))


class _Reader:
    """Builds plain values from parser events, which keeps every line and every refusal ours."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path, int] = {(): 1}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Plain:
        data: Plain = None
        documents = 0
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents == 2:
                    self._note(
                        event,
                        Sentence("tệp có nhiều tài liệu (---)", "several documents (---)"),
                        Sentence("hãy tách mỗi tài liệu thành một tệp", "keep one to a file"),
                    )
            elif kind not in {"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"}:
                value = self._value(event, events, ())
                data = value if documents == 1 else data
        return data

    def _value(self, event: Any, events: Iterator[Any], path: Path) -> Plain:
        kind = type(event).__name__
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            self._note(
                event,
                Sentence("có neo hoặc tham chiếu YAML (& hoặc *)", "a YAML anchor or alias"),
                Sentence("hãy viết đầy đủ nội dung tại chỗ", "write the content out in place"),
            )
        if getattr(event, "tag", None) and kind != "AliasEvent":
            self._note(
                event,
                Sentence(f"có nhãn kiểu YAML “{event.tag}”", f"a YAML tag “{event.tag}”"),
                Sentence("hãy bỏ nhãn bắt đầu bằng dấu !", "take the tag with ! away"),
            )
        if len(path) > MAX_DEPTH:
            raise ValueError(f"nested deeper than {MAX_DEPTH}")
        if kind == "MappingStartEvent":
            return self._mapping(events, path)
        if kind == "SequenceStartEvent":
            return self._sequence(events, path)
        return self._scalar(event) if kind == "ScalarEvent" else None

    def _mapping(self, events: Iterator[Any], path: Path) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for event in events:
            if type(event).__name__ == "MappingEndEvent":
                break
            key = self._key(event, events, path)
            if key in found:
                first = self.lines[*path, key]
                self._note(
                    event,
                    Sentence(
                        f"khóa “{key}” viết hai lần (lần đầu ở dòng {first})",
                        f"key “{key}” stands twice (first in line {first})",
                    ),
                    Sentence("hãy giữ lại một", "keep one of them"),
                )
                self._value(next(events), events, (*path, f"{key} (2)"))
                continue
            self.lines[*path, key] = event.start_mark.line + 1
            found[key] = self._value(next(events), events, (*path, key))
        return found

    def _key(self, event: Any, events: Iterator[Any], path: Path) -> str:
        if type(event).__name__ == "ScalarEvent" and event.value != "<<":
            self._value(event, events, path)
            return str(event.value)
        self._note(
            event,
            Sentence("khóa không phải là một từ", "a key that is not a word"),
            Sentence("hãy viết khóa dạng chữ, ví dụ “title”", "write a word such as “title”"),
        )
        self._value(event, events, path)
        return f"line {event.start_mark.line + 1}"

    def _sequence(self, events: Iterator[Any], path: Path) -> list[Plain]:
        found: list[Plain] = []
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            here = (*path, len(found))
            self.lines[here] = event.start_mark.line + 1
            found.append(self._value(event, events, here))
        return found

    def _scalar(self, event: Any) -> Plain:
        text: str = event.value
        if _UNPRINTABLE.search(text):
            self._note(
                event,
                Sentence("có ký tự điều khiển không in được", "an unprintable control character"),
                Sentence("hãy xóa ký tự đó", "take the character away"),
            )
            return _UNPRINTABLE.sub("", text)
        return text if event.style else resolve(text)

    def _note(self, event: Any, what: Sentence, remedy: Sentence) -> None:
        self.problems.append(Problem(self.name, event.start_mark.line + 1, what, remedy))


def resolve(text: str) -> Plain:
    """Give a plain scalar its YAML 1.2 core value; a leading zero keeps a number text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _refuse_before_reading(text: str, name: str) -> None:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise DefinitionRefused((Problem(name, 1, *_too_large(size)),))
    if found := _UNPRINTABLE.search(text):
        character = "NUL" if found[0] == "\0" else f"U+{ord(found[0]):04X}"
        raise DefinitionRefused(
            (
                Problem(
                    name,
                    text.count("\n", 0, found.start()) + 1,
                    Sentence(
                        f"có ký tự điều khiển {character}", f"a control character {character}"
                    ),
                    Sentence("hãy xóa ký tự đó", "take the character away"),
                ),
            )
        )


def _syntax(error: MarkedYAMLError, text: str, name: str) -> Iterator[Problem]:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    tabs = [
        number
        for number, content in enumerate(text.split("\n")[:line], start=1)
        if "\t" in content[: len(content) - len(content.lstrip())]
    ]
    for number in tabs:
        yield Problem(
            name,
            number,
            Sentence("dòng thụt đầu bằng phím Tab", "a tab in the indentation"),
            Sentence("hãy thụt dòng bằng dấu cách", "indent with spaces"),
        )
    if not tabs:
        yield Problem(name, line, *_unreadable(str(error.problem or error.context or "")))


def _unreadable(reason: str) -> tuple[Sentence, Sentence]:
    return (
        Sentence(f"không đọc được YAML ({reason})", f"YAML that cannot be read ({reason})"),
        Sentence(
            "hãy kiểm tra thụt dòng, dấu ngoặc kép và dấu hai chấm quanh dòng này",
            "check indentation, quotes and colons around this line",
        ),
    )


def _too_large(size: int) -> tuple[Sentence, Sentence]:
    return (
        Sentence(
            f"tệp lớn {size} byte, quá giới hạn 1 MiB", f"{size} bytes, over the limit of 1 MiB"
        ),
        Sentence("hãy tách tệp thành nhiều tệp nhỏ", "split it into smaller files"),
    )
