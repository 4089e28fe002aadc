"""A procedure as linked data: schema.org `GovernmentService` and CPSV-AP 3.2 in one document.

Terms after SEMIC, CPSV-AP 3.2.0 (https://semiceu.github.io/CPSV-AP/releases/3.2.0/); the context is
written out, so that nothing is fetched to read it. A limit in working days has no xsd:duration
and is said in words only; what the source does not state is left out.
"""

import json
from typing import Any
from urllib.parse import urljoin

from motcua.portal.catalogue import wording
from motcua.procedures.queries import ProcedureView
from motcua.procedures.values.catalogue import Channel, Fee, Record, TimeUnit

Json = dict[str, Any]
MEDIA_TYPE = "application/ld+json"
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/VIE"
_CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_PERIODS = {
    TimeUnit.CALENDAR_DAY: "P{}D",
    TimeUnit.HOUR: "PT{}H",
    TimeUnit.MINUTE: "PT{}M",
    TimeUnit.MONTH: "P{}M",
    TimeUnit.YEAR: "P{}Y",
}


def document(view: ProcedureView, *, address: str) -> Json:
    """Describe a procedure; `address` is its page's full address."""
    record = view.record
    name = " ".join(record.name.split())
    node: Json = {
        "@context": _CONTEXT,
        "@id": f"{address}#dich-vu",
        "@type": ["GovernmentService", "cpsv:PublicService"],
        "url": address,
        "name": name,
        "identifier": view.key,
        "inLanguage": "vi",
        "serviceType": record.field_name.value or None,
        "areaServed": {"@type": "Country", "name": "Việt Nam"},
        "dct:identifier": view.key,
        "dct:title": _vi(name),
        "dct:description": _vi(record.description.value or _sentence(record, name)),
        "dct:language": {"@id": _LANGUAGE},
        "sameAs": record.page or None,
        **_organisation(record),
        **_channels(record, address),
        **_papers(record, address),
        **_outputs(record, address),
        **_laws(record, address),
    }
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def script(described: Json) -> str:
    """Write a description so that it can stand inside an HTML script element."""
    text = json.dumps(described, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def absolute(base: str, path: str) -> str:
    """Give the full address of a path of this site."""
    return urljoin(base, path)


def _vi(text: str) -> Json:
    return {"@value": text, "@language": "vi"}


def _sentence(record: Record, name: str) -> str:
    by = f" Cơ quan thực hiện: {record.agency_name}." if record.agency_name else ""
    return f"{name}.{by}"


def _organisation(record: Record) -> Json:
    agency = record.agency_name
    if not agency:
        return {}
    return {
        "provider": {"@type": "GovernmentOrganization", "name": agency},
        "cv:hasCompetentAuthority": {
            "@type": "cv:PublicOrganisation",
            "dct:title": _vi(agency),
            "skos:prefLabel": _vi(agency),
            "dct:spatial": {
                "@id": "http://publications.europa.eu/resource/authority/country/VNM",
            },
        },
    }


def _channels(record: Record, address: str) -> Json:
    channels = record.channels.value or ()
    return {
        "availableChannel": [
            {"@type": "ServiceChannel", "name": wording.channel(one.kind)} for one in channels
        ],
        "cv:hasChannel": [
            _channel(one, f"{address}#kenh-{n}") for n, one in enumerate(channels, 1)
        ],
        "cv:hasCost": [
            _cost(fee, f"{address}#kenh-{n}", f"{address}#phi-{n}-{m}")
            for n, one in enumerate(channels, 1)
            for m, fee in enumerate(one.fees.value or (), 1)
        ],
    }


def _channel(channel: Channel, own: str) -> Json:
    node: Json = {"@id": own, "@type": "cv:Channel", "dct:identifier": own.rpartition("#")[2]}
    words = [wording.channel(channel.kind)]
    limit = channel.time.value
    if limit is not None:
        words.append(wording.limit(limit))
        if limit.unit in _PERIODS and limit.amount == int(limit.amount):
            period = _PERIODS[limit.unit].format(int(limit.amount))
            node["cv:processingTime"] = {"@value": period, "@type": "xsd:duration"}
    node["dct:description"] = _vi(": ".join(words))
    return node


def _cost(fee: Fee, channel: str, own: str) -> Json:
    node: Json = {
        "@id": own,
        "@type": "cv:Cost",
        "dct:identifier": own.rpartition("#")[2],
        "dct:description": _vi(wording.fee(fee)),
        "cv:ifAccessedThrough": {"@id": channel},
    }
    if not fee.is_doubtful:
        node["cv:hasValue"] = {"@value": str(fee.amount), "@type": "xsd:double"}
        node["cv:currency"] = {
            "@id": f"http://publications.europa.eu/resource/authority/currency/{fee.currency}"
        }
    return node


def _papers(record: Record, address: str) -> Json:
    items = [item for group in record.components.value or () for item in group.items]
    return {
        "cpsv:hasInput": [
            {
                "@id": f"{address}#giay-to-{number}",
                "@type": "cv:Evidence",
                "dct:identifier": f"giay-to-{number}",
                "dct:title": _vi(item.name),
            }
            for number, item in enumerate(items, 1)
        ]
    }


def _outputs(record: Record, address: str) -> Json:
    results = record.results.value or ()
    return {
        "serviceOutput": [{"@type": "Thing", "name": one.name} for one in results],
        "cpsv:produces": [
            {
                "@id": f"{address}#ket-qua-{number}",
                "@type": "cv:Output",
                "dct:identifier": one.code or f"ket-qua-{number}",
                "dct:title": _vi(one.name),
            }
            for number, one in enumerate(results, 1)
        ],
    }


def _laws(record: Record, address: str) -> Json:
    return {
        "cv:hasLegalResource": [
            {
                "@id": f"{address}#can-cu-{number}",
                "@type": "eli:LegalResource",
                "dct:title": _vi(act.title),
                **({"dct:identifier": act.number} if act.number else {}),
            }
            for number, act in enumerate(record.legal_basis.value or (), 1)
        ]
    }
