"""Published versions of services, each read once a process."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db import connection
from django.db.models import Q, QuerySet

from motcua.forms import rules as forms
from motcua.forms.values import Library
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.models.services import PublishedService
from motcua.procedures.rules.services import FILES, Folder, read_service
from motcua.procedures.values.services import ServiceVersion

_SERVICES = """
SELECT code, version, digest, name FROM procedures_publishedservice
 WHERE (valid_to IS NULL OR valid_to >= %s) AND valid_from <= %s
 ORDER BY code, version"""
"""Asked for every list, so without the ORM."""


class ServiceUnknown(Refused):
    """Nobody can apply for this here, on that day."""

    def __init__(self, code: str) -> None:
        super().__init__(
            Sentence(
                f"Thủ tục {code} chưa nhận hồ sơ ở đây. Bạn hãy xem trang thủ tục để biết nơi nộp.",
                f"Procedure {code} cannot be applied for here. See its page for where to apply.",
            )
        )
        self.code = code


@dataclass(frozen=True, slots=True)
class ServiceSummary:
    """One service that takes applications."""

    code: str
    version: int
    digest: str
    name: str


def service(code: str, on: date) -> ServiceVersion:
    """Give the version of a service in force on a day (Hà Nội); raises ServiceUnknown."""
    digest = (
        _in_force(on)
        .filter(code=code)
        .order_by("-version")
        .values_list("digest", flat=True)
        .first()
    )
    if digest is None:
        raise ServiceUnknown(code)
    return service_by_digest(digest)


@lru_cache(maxsize=256)
def service_by_digest(digest: str) -> ServiceVersion:
    """Give the version with that digest, as it was published; raises ServiceUnknown."""
    row = PublishedService.objects.filter(digest=digest).first()
    if row is None:
        raise ServiceUnknown(digest[:12])
    return _read(row)


def services(on: date) -> tuple[ServiceSummary, ...]:
    """Give every service that takes applications on a day, in its newest version, by code."""
    today = connection.ops.adapt_datefield_value(on)
    with connection.cursor() as cursor:
        cursor.execute(_SERVICES, [today, today])
        newest = {code: ServiceSummary(code, *rest) for code, *rest in cursor.fetchall()}
    return tuple(newest.values())


def _in_force(on: date) -> QuerySet[PublishedService]:
    return PublishedService.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on
    )


def _read(row: PublishedService) -> ServiceVersion:
    texts: Mapping[str, str] = row.files
    profiles = {
        name.removeprefix("profiles/").removesuffix(".yaml"): text
        for name, text in texts.items()
        if name.startswith("profiles/")
    }
    frozen = Folder(
        name=f"{row.code}/v{row.version}",
        code=row.code,
        version=row.version,
        texts={file: texts[file] for file in FILES},
        profiles=profiles,
    )
    lists = {name: text for name, text in texts.items() if name.startswith("lists/")}
    library = forms.library(lists) if lists else Library()
    return read_service(frozen, library=library, published=True)
