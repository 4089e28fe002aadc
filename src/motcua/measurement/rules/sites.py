"""What a site may say of itself, and how lists of sites are read."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO

from motcua.kernel.codes import AgencyCode
from motcua.kernel.words import Refused, Sentence
from motcua.measurement.values.sites import Site

MOST_NUMBER, MOST_A_MINUTE, MOST_HOSTS = 999_999, 100_000_000, 50
LONGEST_NAME, SHORTEST_SECRET, LONGEST_SECRET = 200, 16, 200
_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?", re.ASCII
)
_COLUMNS = ("number", "name", "agency", "hosts", "secret", "limit", "until")


class SiteRefused(Refused):
    """A site cannot be registered like this."""


def checked(site: Site) -> Site:
    """Give a site with its agency's code written root first; refuse with `SiteRefused`."""
    secret = len(site.secret)
    rules = (
        (
            1 <= site.number <= MOST_NUMBER,
            Sentence("Số của cổng từ 1 đến 999.999.", "A site's number is from 1 to 999,999."),
        ),
        (
            0 < len(site.name.strip()) <= LONGEST_NAME and site.name.isprintable(),
            Sentence("Tên cổng có từ 1 đến 200 chữ.", "A site's name has 1 to 200 letters."),
        ),
        (
            len(site.hosts) <= MOST_HOSTS and all(_HOST.fullmatch(host) for host in site.hosts),
            Sentence(
                "Địa chỉ của cổng là tên miền viết thường, ví dụ dichvucong.example.vn; nhiều nhất "
                "50 địa chỉ.",
                "A site's addresses are host names in small letters, such as "
                "dichvucong.example.vn; at most 50.",
            ),
        ),
        (
            not secret or SHORTEST_SECRET <= secret <= LONGEST_SECRET,
            Sentence(
                "Mã bí mật để trống hoặc có từ 16 đến 200 chữ.",
                "A secret is empty or has 16 to 200 letters.",
            ),
        ),
        (
            1 <= site.limit <= MOST_A_MINUTE,
            Sentence(
                "Số sự kiện nhiều nhất trong một phút từ 1 đến 100 triệu.",
                "The most facts a minute are from 1 to 100 million.",
            ),
        ),
    )
    for holds, sentence in rules:
        if not holds:
            raise SiteRefused(sentence)
    return replace(site, name=site.name.strip(), agency=AgencyCode.parse(site.agency).text)


def read_list(text: str) -> Iterator[Site]:
    """Read sites from CSV with a header: number, name, agency; hosts (with spaces between),
    secret, limit and until (2026-12-31) may be left out. Refuses with the line's number."""
    rows = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        missing = [name for name in _COLUMNS[:3] if name not in (rows.fieldnames or ())]
        if missing:
            names = ", ".join(missing)
            raise SiteRefused(Sentence(f"Thiếu cột {names}.", f"Columns missing: {names}."))
        for row in rows:
            yield checked(_site(row))
    except (ValueError, csv.Error) as error:
        why = Sentence(f"không đọc được ({error})", f"this cannot be read ({error})")
        raise _at(rows.line_num, why) from error
    except Refused as refusal:
        raise _at(rows.line_num, refusal.sentence) from refusal


def _site(row: dict[str, str | None]) -> Site:
    said = {name: (row.get(name) or "").strip() for name in _COLUMNS}
    site = Site(
        number=int(said["number"]),
        name=said["name"],
        agency=said["agency"],
        hosts=tuple(said["hosts"].lower().split()),
        secret=said["secret"],
        until=date.fromisoformat(said["until"]) if said["until"] else None,
    )
    return replace(site, limit=int(said["limit"])) if said["limit"] else site


def _at(place: int, sentence: Sentence) -> SiteRefused:
    return SiteRefused(Sentence(f"Dòng {place}: {sentence.vi}", f"Line {place}: {sentence.en}"))
