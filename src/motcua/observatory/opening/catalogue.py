"""The catalogue of open data, as DCAT in the shape of Project Open Data's `data.json` 1.1."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from motcua.measurement import queries
from motcua.measurement.values import Card, Period

SCHEMA = "https://project-open-data.cio.gov/v1.1/schema"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FORMATS = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
PUBLISHER = "Một cửa"


def catalogue(period: Period) -> dict[str, Any]:
    """Give the catalogue; addresses of files carry `period`, which can be changed in them."""
    datasets = [_whole(dump, period) for dump in queries.DUMPS.values()]
    datasets += [_indicator(card, period) for card in queries.cards()]
    return {
        "@context": f"{SCHEMA}/catalog.jsonld",
        "@id": address(reverse("observatory:catalogue")),
        "@type": "dcat:Catalog",
        "conformsTo": SCHEMA,
        "describedBy": f"{SCHEMA}/catalog.json",
        "dataset": datasets,
    }


def address(path: str) -> str:
    """Give an address as others call it."""
    return settings.BASE_URL.rstrip("/") + path


def _whole(dump: queries.Dump, period: Period) -> dict[str, Any]:
    files = {
        kind: reverse("observatory:dump", args=[dump.name, kind]) + f"?ky={period.code}"
        for kind in FORMATS
    }
    return _dataset(f"du-lieu/{dump.name}", dump.title.vi, about=dump.about.vi, files=files) | {
        "description_en": f"{dump.title.en}. {dump.about.en}",
        "temporal": _temporal(period),
        "accrualPeriodicity": "R/P1M",
    }


def _indicator(card: Card, period: Period) -> dict[str, Any]:
    files = {
        kind: reverse("observatory:table", args=[card.code, kind]) + f"?ky={period.code}"
        for kind in FORMATS
    }
    about = f"{card.formula.vi} {card.legal_basis.vi}"
    return _dataset(f"chi-so/{card.code}", card.name.vi, about=about, files=files) | {
        "description_en": f"{card.name.en}. {card.formula.en}",
        "landingPage": address(reverse("observatory:card", args=[card.code])),
        "temporal": _temporal(period),
        "accrualPeriodicity": "R/P1D",
    }


def _dataset(name: str, title: str, *, about: str, files: dict[str, str]) -> dict[str, Any]:
    counted_at = queries.counted_at()
    return {
        "@type": "dcat:Dataset",
        "identifier": address(f"/do-luong/{name}"),
        "title": title,
        "description": about,
        "keyword": ["dịch vụ công trực tuyến", "đo lường", "EMC"],
        "modified": counted_at.isoformat() if counted_at else "R/P1D",
        "publisher": {"@type": "org:Organization", "name": PUBLISHER},
        "contactPoint": {
            "@type": "vcard:Contact",
            "fn": PUBLISHER,
            "hasEmail": f"mailto:{settings.CONTACT}",
        },
        "accessLevel": "public",
        "license": LICENCE,
        "language": ["vi"],
        "dataQuality": queries.provenance() == "measured",
        "distribution": [
            {
                "@type": "dcat:Distribution",
                "title": kind.upper() if kind == "csv" else "Parquet",
                "mediaType": FORMATS[kind],
                "downloadURL": address(path),
            }
            for kind, path in files.items()
        ],
    }


def _temporal(period: Period) -> str:
    return f"{period.first}/{period.last}"
