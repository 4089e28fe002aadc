"""Answers that are chosen: options, yes or no, files."""

import re
from typing import Any

from motcua.forms.rules.reading.asked import Asked, Mend, sized, text_of
from motcua.forms.values import Library, Option

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def options_of(one: Any, library: Library) -> tuple[Option, ...]:
    """Give what a field offers: its own options or those of its list."""
    listed = {"nationality": "nationalities", "ethnicity": "ethnicities"}.get(one.type)
    code = listed or getattr(one, "list", None)
    if code:
        return library.lists[code].options if code in library.lists else ()
    return tuple(one.options)


def choice(asked: Asked) -> str | None:
    """Read one of what is offered."""
    text = text_of(asked.raw)
    offered = options_of(asked.field, asked.around.library)
    if text and offered and all(option.value != text for option in offered):
        raise Mend("bạn hãy chọn một câu trả lời trong danh sách", "choose an answer from the list")
    return sized(text, 1, 200) or None


def choices(asked: Asked) -> list[str] | None:
    """Read some of what is offered."""
    items = asked.raw if isinstance(asked.raw, list) else [asked.raw]
    given = [choice(Asked(asked.field, item, asked.around)) for item in items]
    chosen = list(dict.fromkeys(value for value in given if value))
    if asked.field.max and len(chosen) > asked.field.max:
        raise Mend(
            f"bạn hãy chọn nhiều nhất {asked.field.max}", f"choose at most {asked.field.max}"
        )
    if chosen and len(chosen) < asked.field.min:
        raise Mend(f"bạn hãy chọn ít nhất {asked.field.min}", f"choose at least {asked.field.min}")
    return chosen or None


def yes_no(asked: Asked) -> bool | None:
    """Read yes or no."""
    answers = {"yes": True, "no": False, True: True, False: False}
    if isinstance(asked.raw, str | bool) and asked.raw in answers:
        return answers[asked.raw]
    raise Mend("bạn hãy chọn Có hoặc Không", "choose Yes or No")


def declaration(asked: Asked) -> bool | None:
    """Read a tick; not ticked is not answered."""
    return True if yes_no(asked) else None


def file(asked: Asked) -> list[str] | None:
    """Read the keys of uploaded files."""
    keys = asked.raw if isinstance(asked.raw, list) else [asked.raw]
    if not all(isinstance(key, str) and _UUID.fullmatch(key) for key in keys):
        raise Mend(
            "tệp chưa tải lên xong, bạn hãy tải lại", "a file is not uploaded; upload it again"
        )
    if len(keys) > asked.field.max:
        raise Mend(
            f"bạn hãy giữ lại nhiều nhất {asked.field.max} tệp",
            f"keep at most {asked.field.max} files",
        )
    return list(dict.fromkeys(keys))
