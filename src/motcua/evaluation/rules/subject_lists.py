"""Lists of portals as people keep them: CSV with a heading, or what they paste."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from motcua.evaluation.values.campaigns import CampaignRefused, SubjectWanted
from motcua.kernel.text import fold
from motcua.kernel.words import Sentence

COLUMNS = {
    "agency": ("ma co quan", "co quan", "ma", "agency", "agency code", "code"),
    "address": ("dia chi", "url", "address", "cong"),
    "others": ("dia chi khac", "others", "other addresses"),
    "contact": ("lien he", "contact", "email"),
}
MOST_LINES = 2000
LONGEST = 300


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of a list, by its number: what it wants, or why it cannot be read."""

    number: int
    wanted: SubjectWanted | None
    problem: Sentence | None = None

    @property
    def told(self) -> Sentence:
        """Say what is wrong with it."""
        said = self.problem or Sentence("", "")
        return Sentence(f"Dòng {self.number}: {said.vi}", f"Line {self.number}: {said.en}")


def read_list(text: str) -> tuple[SubjectWanted, ...]:
    """Read a list with the columns mã cơ quan, địa chỉ, địa chỉ khác, liên hệ (or in English).

    Separated by commas, semicolons or tabs; other addresses by spaces. Refuses with every line
    that cannot be read.
    """
    lines = read_lines(text)
    wrong = [line.told for line in lines if line.problem]
    if wrong or not lines:
        none = Sentence("Danh sách chưa có cơ quan nào.", "The list names no agency.")
        raise CampaignRefused("danh-sach", *(wrong or [none]))
    return tuple(line.wanted for line in lines if line.wanted)


def read_lines(text: str) -> tuple[ListLine, ...]:
    """Read a list line by line; refuses only what has no heading that names the columns."""
    rows = list(_rows(text))
    if not rows:
        raise CampaignRefused(
            "danh-sach", Sentence("Danh sách chưa có dòng nào.", "The list holds no line.")
        )
    heading = _heading(rows[0][1])
    lines: list[ListLine] = []
    for number, cells in rows[1 : MOST_LINES + 1]:
        told = {name: cells[place] for name, place in heading.items() if place < len(cells)}
        try:
            lines.append(ListLine(number, _line(told)))
        except CampaignRefused as refusal:
            lines.append(ListLine(number, None, refusal.sentence))
    return tuple(lines)


def address_of(text: str) -> str:
    """Give a portal's address as it is kept; "" for none; refuses what is no web address."""
    words = text.strip()
    if not words:
        return ""
    whole = words if "://" in words else f"https://{words}"
    try:
        parts = urlsplit(whole)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or len(whole) > LONGEST or not whole.isprintable() or " " in whole:
        raise CampaignRefused(
            "dia-chi",
            Sentence(
                f"“{words[:80]}” không phải địa chỉ trang web, như https://dichvucong.example.vn.",
                f"“{words[:80]}” is no web address, like https://dichvucong.example.vn.",
            ),
        )
    return whole


def host_of(address: str) -> str:
    """Give the host of an address, with its port where it has one: `portal.example:8080`."""
    return urlsplit(address).netloc.rpartition("@")[2].lower()


def _line(told: dict[str, str]) -> SubjectWanted:
    agency = told.get("agency", "").strip()
    if not agency:
        raise CampaignRefused(
            "co-quan", Sentence("Thiếu mã cơ quan.", "The agency's code is missing.")
        )
    return SubjectWanted(
        agency=agency,
        address=address_of(told.get("address", "")),
        others=tuple(address_of(one) for one in told.get("others", "").split()),
        contact=told.get("contact", "").strip()[:LONGEST],
    )


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    clean = text.lstrip("\ufeff").replace("\0", "")
    first = clean.split("\n", maxsplit=1)[0]
    mark = max(",;\t", key=first.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(clean), delimiter=mark), start=1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise CampaignRefused(
            "danh-sach",
            Sentence(f"Không đọc được danh sách: {error}.", f"The list cannot be read: {error}."),
        ) from None


def _heading(cells: list[str]) -> dict[str, int]:
    folded = [" ".join(fold(cell).split()) for cell in cells]
    found = {
        name: next(place for place, cell in enumerate(folded) if cell in names)
        for name, names in COLUMNS.items()
        if any(cell in names for cell in folded)
    }
    if "agency" not in found:
        raise CampaignRefused(
            "danh-sach",
            Sentence(
                "Dòng đầu phải là tên cột: mã cơ quan, địa chỉ, địa chỉ khác, liên hệ.",
                "The first line must name the columns: agency code, address, other addresses, "
                "contact.",
            ),
        )
    return found
