"""A portal, a moment and ways to ask, for tests of what comes over the wire."""

from datetime import UTC, datetime
from urllib.parse import urlencode

from motcua.measurement.rules.wire import Heard, Refusal, Tally, matomo
from motcua.measurement.values.facts import PageFact
from motcua.measurement.values.sites import Site

AT = datetime(2026, 11, 22, 1, 30, 15, tzinfo=UTC)  # 08:30:15 in Hà Nội
CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Safari/537.36"
)
HEARD = Heard(AT, "113.161.12.34", CHROME, "vi-VN")
SALT = b"salt-of-the-day-32-bytes-long...."
PEPPER = b"pepper-for-ever"
HOME = "dichvucong.hanoi.gov.vn"
SITES = {
    7: Site(7, "Hà Nội", "H26", (HOME,), secret="bí-mật"),
    8: Site(8, "Bộ Tư pháp", "G15"),
    9: Site(9, "Cổng cũ", "H01", until=datetime(2026, 6, 30, tzinfo=UTC).date()),
}
URL = f"https://{HOME}/thu-tuc/1.001193/"


def ask(heard: Heard = HEARD, tally: Tally | None = None, **fields: object) -> PageFact | Refusal:
    """Ask as Matomo's clients do; a field of None is left out."""
    all_fields = {"idsite": 7, "rec": 1, "url": URL} | fields
    query = urlencode({name: value for name, value in all_fields.items() if value is not None})
    return matomo.read(query, heard, sites=SITES, salt=SALT, tally=tally)


def fact(heard: Heard = HEARD, tally: Tally | None = None, **fields: object) -> PageFact:
    """Ask, and insist on a fact."""
    told = ask(heard, tally, **fields)
    assert isinstance(told, PageFact), told
    return told


def refusal(heard: Heard = HEARD, **fields: object) -> tuple[str, str]:
    """Ask, and insist on a refusal; gives its reason and field."""
    told = ask(heard, **fields)
    assert isinstance(told, Refusal), told
    return told.reason.value, told.field
