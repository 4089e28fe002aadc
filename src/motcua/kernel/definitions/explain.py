"""Misfits found by pydantic, told with line, what is wrong and what would be right."""

import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from motcua.kernel.definitions.source import Document, Path, Plain, Problem
from motcua.kernel.words import Sentence

_MISSING = object()
_Told: TypeAlias = tuple[Sentence, Sentence]


def problems_of(
    refusal: ValidationError, document: Document, model: type[BaseModel]
) -> Iterator[Problem]:
    """Tell every error of `refusal`, once each."""
    told: set[tuple[int, str]] = set()
    for error in refusal.errors(include_url=False):
        path, owner = _walk(error["loc"], model)
        value = _at(document.data, path)
        if error["type"] == "too_short" and len(value) >= error["ctx"]["min_length"]:
            continue  # pydantic counts only entries that fit; the others are told already
        what, remedy = _tell(error, path, owner=owner, value=value)
        line = document.line(path)
        if (line, what.vi) not in told:
            told.add((line, what.vi))
            yield document.problem(path, what, remedy)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that is most like `word`, if any is near."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.55)), None)


def _walk(loc: Sequence[str | int], model: type[BaseModel]) -> tuple[Path, Any]:
    """Follow pydantic's `loc`, which names union branches too, into a path of the file.

    Also gives the type that stands where the last step is taken from."""
    path: list[str | int] = []
    kind: Any = model
    owner: Any = model
    for step in loc:
        members = _members(kind)
        if len(members) > 1:
            kind = next((m for m in members if _is_branch(m, step)), Any)
            continue
        owner = members[0]
        kind = _inside(owner, step)
        path.append(step)
    final = _members(kind)
    return tuple(path), (owner if path else (final[0] if final else model))


def _bare(kind: Any) -> Any:
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return kind


def _members(kind: Any) -> list[Any]:
    kind = _bare(kind)
    if get_origin(kind) in {Union, types.UnionType}:
        return [
            member
            for inner in get_args(kind)
            if inner is not type(None)
            for member in _members(inner)
        ]
    return [kind]


def _is_branch(member: Any, tag: str | int) -> bool:
    if not (isinstance(member, type) and issubclass(member, BaseModel)):
        return False
    literals = (
        get_args(_bare(f.annotation))
        for f in member.model_fields.values()
        if get_origin(_bare(f.annotation)) is Literal
    )
    return member.__name__ == tag or any(tag in values for values in literals)


def _inside(kind: Any, step: str | int) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, info in kind.model_fields.items():
            if step in {name, info.alias}:
                return info.annotation
        return Any
    arguments = get_args(kind)
    origin = get_origin(kind)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return arguments[1] if len(arguments) == 2 else Any
    return arguments[0] if arguments and isinstance(step, int) else Any


def _at(data: Plain, path: Path) -> Any:
    value: Any = data
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return _MISSING
    return value


def _shown(value: Any) -> str:
    if value is None:
        return "∅"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _keys(owner: Any) -> list[str]:
    if not (isinstance(owner, type) and issubclass(owner, BaseModel)):
        return []
    return [info.alias or name for name, info in owner.model_fields.items()]


def _tell(error: Any, path: Path, *, owner: Any, value: Any) -> _Told:
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    kind: str = error["type"]
    context: dict[str, Any] = error.get("ctx") or {}
    if kind == "wrong":
        return (
            Sentence(f"“{key}”: {context['what']}", f"“{key}”: {context['what_en']}"),
            Sentence(context["remedy"], context["remedy_en"]),
        )
    if kind == "extra_forbidden":
        return _unknown_key(key, owner)
    if kind == "missing":
        return (
            Sentence(f"thiếu khóa “{key}”", f"key “{key}” is missing"),
            Sentence(f"hãy thêm dòng “{key}: …”", f"add a line “{key}: …”"),
        )
    if kind.startswith("union_tag") or kind in {"literal_error", "enum"}:
        return _not_listed(key, kind, context=context, value=value)
    for ends, tell in _BY_KIND:
        if kind.endswith(ends):
            return tell(key, _shown(value), context)
    message = str(error["msg"])
    shown = _shown(value)
    return (
        Sentence(f"“{key}: {shown}” không hợp lệ", f"“{key}: {shown}” does not fit"),
        Sentence(message, message),
    )


def _unknown_key(key: str, owner: Any) -> _Told:
    known = _keys(owner)
    near = nearest(key, known)
    what = Sentence(f"không có khóa “{key}”", f"there is no key “{key}”")
    if near:
        return what, Sentence(f"có phải bạn muốn viết “{near}”?", f"did you mean “{near}”?")
    listed = ", ".join(known)
    return what, Sentence(f"các khóa được dùng: {listed}", f"the keys known here: {listed}")


def _not_listed(key: str, kind: str, *, context: dict[str, Any], value: Any) -> _Told:
    expected = str(context.get("expected_tags") or context.get("expected") or "")
    words = [w.strip().strip("'") for w in expected.replace(" or ", ", ").split(",") if w.strip()]
    given: str | None = _shown(value)
    if kind.startswith("union_tag"):
        key = str(context.get("discriminator", key)).strip("'")
        given = _shown(context["tag"]) if "tag" in context else None
    if given is None:
        return (
            Sentence(f"thiếu khóa “{key}”", f"key “{key}” is missing"),
            Sentence(f"hãy thêm dòng “{key}: …”", f"add a line “{key}: …”"),
        )
    near = nearest(given, words)
    listed = ", ".join(words)
    return (
        Sentence(f"“{key}: {given}” không có trong danh sách", f"“{key}: {given}” is not known"),
        Sentence(f"có phải bạn muốn viết “{near}”?", f"did you mean “{near}”?")
        if near
        else Sentence(f"hãy chọn một trong: {listed}", f"choose one of: {listed}"),
    )


class _Lenient(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _expects(vi: str, en: str) -> Callable[[str, str, dict[str, Any]], _Told]:
    def tell(key: str, shown: str, context: dict[str, Any]) -> _Told:
        limits = _Lenient({name: _shown(limit) for name, limit in context.items()})
        limits["shown"] = shown
        return (
            Sentence(f"“{key}: {shown}” không đúng kiểu", f"“{key}: {shown}” is of the wrong kind"),
            Sentence(vi.format_map(limits), en.format_map(limits)),
        )

    return tell


_DATE = _expects("cần ngày dạng 2026-01-31", "a date such as 2026-01-31 is expected")
_LIST = _expects(
    "cần một danh sách, mỗi mục bắt đầu bằng “- ”", "a list is expected, “- ” before each entry"
)
_MAPPING = _expects("cần một bảng khóa–giá trị", "a mapping of keys is expected")

_BY_KIND: tuple[tuple[str, Callable[[str, str, dict[str, Any]], _Told]], ...] = (
    (
        "string_type",
        _expects(
            'cần chữ; hãy đặt trong dấu ngoặc kép: "{shown}"',
            'text is expected; put it in quotes: "{shown}"',
        ),
    ),
    ("pattern_mismatch", _expects("cần đúng mẫu {pattern}", "it must match {pattern}")),
    ("string_too_short", _expects("cần ít nhất {min_length} ký tự", "{min_length}+ characters")),
    ("string_too_long", _expects("nhiều nhất {max_length} ký tự", "≤ {max_length} characters")),
    ("too_short", _expects("cần ít nhất {min_length} mục", "{min_length} entries or more")),
    ("too_long", _expects("nhiều nhất {max_length} mục", "{max_length} entries at most")),
    ("int_type", _expects("cần số nguyên, ví dụ 3", "a whole number is expected, such as 3")),
    ("int_from_float", _expects("cần số nguyên, không có phần lẻ", "a whole number is expected")),
    ("bool_type", _expects("cần true hoặc false", "true or false is expected")),
    ("float_type", _expects("cần một số", "a number is expected")),
    ("greater_than_equal", _expects("phải từ {ge} trở lên", "it must be {ge} or more")),
    ("less_than_equal", _expects("không được quá {le}", "it must be {le} or less")),
    ("greater_than", _expects("phải lớn hơn {gt}", "it must be more than {gt}")),
    ("less_than", _expects("phải nhỏ hơn {lt}", "it must be less than {lt}")),
    ("time_parsing", _expects("cần giờ dạng 15:00", "a time such as 15:00 is expected")),
    ("date_from_datetime_parsing", _DATE),
    ("date_parsing", _DATE),
    ("date_type", _DATE),
    ("list_type", _LIST),
    ("tuple_type", _LIST),
    ("set_type", _LIST),
    ("dict_type", _MAPPING),
    ("model_type", _MAPPING),
    ("attributes_type", _MAPPING),
)
