"""Tables and lines that name people: applicants, not officials."""

import re
from collections.abc import Sequence

_PERSON = re.compile(
    r"họ(?: và)? ?tên|người (?:nộp|yêu cầu|đề nghị|khai|dân|được)|chủ hồ sơ|tên (?:công dân|khách)"
    r"|applicant|full name",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"cccd|cmnd|căn cước|định danh|điện thoại|sđt|địa chỉ|ngày sinh|năm sinh|mã hồ sơ|số hồ sơ"
    r"|mã biên nhận|thủ tục|tình trạng|trạng thái|phone|address|dossier",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"chức vụ|chức danh|phòng ban|đơn vị công tác|cán bộ|lãnh đạo|công chức|position"
    r"|thư điện tử công"
    r" vụ|lịch tiếp|người phát ngôn",
    re.IGNORECASE,
)
_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_WORD = rf"(?:[{_UPPER}][{_LOWER}]+|[{_UPPER}]{{2,}})"
_NAME = re.compile(rf"(?:(?:Ông|Bà|ÔNG|BÀ) )?{_WORD}(?: {_WORD}){{1,5}}")
_LINE = re.compile(
    rf"(?:[Nn]gười (?:nộp|yêu cầu|đề nghị)(?: hồ sơ)?|[Cc]hủ hồ sơ|[Tt]ên người nộp"
    rf"|[Hh]ọ(?: và)? tên"
    rf"(?: người nộp)?)\s*:\s*({_WORD}(?: {_WORD}){{1,5}})(?!"
    rf" ?[{_UPPER}*•x])(?![{_LOWER}{_UPPER}*•])"
    rf""
)


def is_name(text: str) -> bool:
    """Say whether a text is a whole Vietnamese name, nothing of it masked."""
    return bool(_NAME.fullmatch(" ".join(text.split())))


def names_people(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Say whether a table names applicants: a column of whole names beside what they applied for.

    A table of officials is meant to be public.
    """
    return bool(people(headers, rows))


def people(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Give the whole names in a table of applicants; none of a table of officials."""
    if any(_OFFICIAL.search(one) for one in headers):
        return []
    columns = [number for number, one in enumerate(headers) if _PERSON.search(one)]
    beside = any(_BESIDE.search(one) for number, one in enumerate(headers) if number not in columns)
    if not beside:
        return []
    cells = [row[number] for number in columns for row in rows if number < len(row)]
    return [" ".join(one.split()) for one in cells if is_name(one)]


def names_in(line: str) -> list[str]:
    """Give every run of words in a line that may be a name; beside a number of a person it is."""
    return [one[0] for one in _NAME.finditer(" ".join(line.split()))]


def lines_naming(text: str) -> list[str]:
    """Give the names in lines like `Người nộp: Nguyễn Văn An`; they are to be masked."""
    return [one[1] for one in _LINE.finditer(text)]
