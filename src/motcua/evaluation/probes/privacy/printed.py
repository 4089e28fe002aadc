"""Personal data that a page shows to everyone or puts into addresses. Nothing of it is kept: every
place says what it is, masked, and has no box and no selector of the data itself for a picture."""

from collections.abc import Iterator, Mapping
from typing import Any

from motcua.evaluation.probes.visits import Visit
from motcua.evaluation.rules.looking import listing, masking, telling
from motcua.evaluation.rules.looking.veiling import Persons
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

Found = Mapping[str, Any]
KINDS = {
    "identity": Sentence("số định danh", "an identity number"),
    "phone": Sentence("số điện thoại", "a phone number"),
    "mail": Sentence("thư điện tử", "a mail address"),
    "named": Sentence("dữ liệu cá nhân", "personal data"),
}
SPECIMENS = frozenset({PageKind.FORM, PageKind.GUIDE, PageKind.PROCEDURE, PageKind.QUESTIONS})
"""Kinds of pages on which names stand as examples."""


WITHHELD = Sentence(
    "Trang in dữ liệu cá nhân nên không giữ ảnh chụp và mã nguồn của trang.",
    "The page prints personal data, so that neither its picture nor its HTML is kept.",
)


def persons(visit: Visit, found: Found) -> Persons:
    """Give the persons whom the page shows to everyone."""
    lines = list(dict.fromkeys(listing.lines_naming(found["text"])))
    tables = [listing.people(one["headers"], one["rows"]) for one in found["tables"]]
    places = len(masking.identities(found["text"])) + sum(map(bool, tables))
    if visit.kind not in SPECIMENS:
        places += len(lines)
    beside = (
        name
        for line in found["text"].splitlines()[:5_000]
        if masking.identities(line)
        for name in listing.names_in(line)
    )
    names = (*lines, *(name for one in tables for name in one), *beside) if places else ()
    return Persons(places, tuple(dict.fromkeys(names)))


def printed(visit: Visit, found: Found) -> Iterator[Observation]:
    """Tell which personal data the page prints."""
    numbers = [
        telling.place("identity", Sentence(f"in số {one.shown}", f"it prints {one.shown}"))
        for one in masking.identities(found["text"])
    ]
    yield telling.counted("privacy.identities_printed", visit.url, numbers, note=visit.withheld)
    people = []
    for table in found["tables"]:
        if listing.names_people(table["headers"], table["rows"]):
            rows = len(table["rows"])
            says = Sentence(
                f"bảng {rows} dòng có họ tên đầy đủ", f"a table of {rows} rows with whole names"
            )
            people.append(telling.place("table", says, selector=table["selector"]))
    if visit.kind not in SPECIMENS:
        for name in dict.fromkeys(listing.lines_naming(found["text"])):
            shown = masking.masked_name(name)
            people.append(telling.place("line", Sentence(f"in tên {shown}", f"it prints {shown}")))
    yield telling.counted("privacy.people_listed", visit.url, people, note=visit.withheld)


def in_addresses(visit: Visit, links: list[Found]) -> Observation:
    """Tell which addresses on the page, or asked for by it, carry personal data."""
    urls = [visit.page.url, *(one["href"] for one in links), *(one.url for one in visit.exchanges)]
    places = []
    for url in dict.fromkeys(one for one in urls if one.startswith("http")):
        for one in masking.in_address(url):
            what = KINDS[one.kind]
            says = Sentence(f"{what.vi} {one.shown}", f"{what.en} {one.shown}")
            places.append(telling.place(one.kind, says, snippet=masking.address(url)))
    return telling.counted("privacy.in_addresses", visit.url, places)
