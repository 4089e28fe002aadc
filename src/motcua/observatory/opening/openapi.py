"""What machines may ask of the observatory and tell the collector, as OpenAPI 3.1."""

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from motcua.measurement import queries
from motcua.measurement.rules.wire import schemas
from motcua.observatory.asking import LEAGUES, WAYS
from motcua.observatory.opening.catalogue import FORMATS, address
from motcua.observatory.tabling.asked import BYS, TOPICS

VERSION = "1"
_FILES = {
    "200": {
        "description": "The file. `ETag` and `Last-Modified` tell whether it changed.",
        "content": {kind: {} for kind in FORMATS.values()},
    },
    "304": {"description": "Not changed since the ETag that was sent."},
    "400": {"description": "Something that cannot be asked; the page says what and what can be."},
    "404": {"description": "No such indicator, agency or data set."},
}


def document() -> dict[str, Any]:
    """Give the document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Một cửa: đo lường dịch vụ số",
            "version": VERSION,
            "description": "Figures on the supply and use of digital public services, open to all.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": address("")}],
        "paths": {**_reading(), **_telling()},
    }


def _reading() -> dict[str, Any]:
    indicators = [card.code for card in queries.cards()]
    return {
        "/do-luong/bang/{topic}.{kind}": {
            "get": _get(
                "Figures of an indicator or topic",
                _path("topic", [*indicators, *TOPICS]),
                _path("kind", list(FORMATS)),
                _PERIOD,
                _query("theo", "Cut by", list(BYS)),
                _query("trong", "Code of the agency within which is counted (H26, H26.00070)"),
                _query("thu-tuc", "Code of a procedure"),
                _query("cach", "Way of counting: as it is, or as reported", list(WAYS)),
                _query("giai", "League, where it is cut by `xep-hang`", list(LEAGUES)),
            )
        },
        "/do-luong/du-lieu/{dataset}.{kind}": {
            "get": _get(
                "A whole data set of a period",
                _path("dataset", list(queries.DUMPS)),
                _path("kind", list(FORMATS)),
                _PERIOD,
            )
        },
        "/do-luong/du-lieu/data.json": {"get": _json("The catalogue of data sets (DCAT)")},
    }


def _telling() -> dict[str, Any]:
    """Describe the collector's own doors; those of others are described by others."""
    signed = [
        {
            "name": name,
            "in": "header",
            "required": True,
            "description": "See docs/reference/collector.md",
            "schema": {"type": "string"},
        }
        for name in ("Motcua-Site", "Motcua-Timestamp", "Motcua-Signature")
    ]
    return {
        f"/thu-thap/{door}": {
            "post": {
                "summary": summary,
                "parameters": signed,
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": _schema(schema)}},
                },
                "responses": {
                    "200": {"description": "Accepted and kept; each event by its key, once."},
                    "400": {"description": "Refused: which field, why, and what would be right."},
                    "403": {"description": "The signature does not fit the site and the body."},
                    "429": {"description": "More facts than the site's limit; send them again."},
                },
            }
        }
        for door, schema, summary in (
            ("ho-so", "dossier-event", "Dossier events, up to 1,000 at once"),
            ("dich-vu", "supply", "Which services an agency offers, how far online"),
            ("chi-so", "declared-metric", "Metrics of index 766 that no event carries"),
        )
    }


def _schema(name: str) -> Any:
    return json.loads((files(schemas) / f"{name}.json").read_text(encoding="utf-8"))


def _get(summary: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    return {"summary": summary, "parameters": list(parameters), "responses": _FILES}


def _json(summary: str) -> dict[str, Any]:
    answer = {"description": "The catalogue", "content": {"application/json": {}}}
    return {"summary": summary, "parameters": [_PERIOD], "responses": {"200": answer}}


def _path(name: str, choices: Sequence[str]) -> dict[str, Any]:
    schema = {"type": "string", "enum": list(choices)}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _query(name: str, about: str, choices: Sequence[str] = ()) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if choices:
        schema["enum"] = list(choices)
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema}


_PERIOD = _query("ky", "Period: 2026, 2026-Q1, 2026-03, 2026-03-16 or 2026-01-01..2026-05-31")
