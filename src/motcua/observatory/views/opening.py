"""Open data: the page for people, the catalogue and the description for machines, the files."""

from typing import Literal

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.kernel.words import Refused, Sentence
from motcua.measurement import queries
from motcua.observatory import answering, asking
from motcua.observatory.addresses import Here
from motcua.observatory.opening.catalogue import FORMATS, address, catalogue
from motcua.observatory.opening.openapi import document
from motcua.web.formats import say


class FormatUnknown(Refused):
    """Data sets are not given in this format."""


@require_safe
def data(request: HttpRequest) -> HttpResponseBase:
    """List the data sets with their files for a period, and tell how to embed and to ask."""
    here = Here(request.path, asking.period(request))
    return answering.page(
        request,
        "observatory/opening/data.html",
        lambda: {
            "here": here,
            "periods": asking.choices(here.period),
            "dumps": list(queries.DUMPS.values()),
            "formats": list(FORMATS),
            "cards": queries.cards(),
            "example_name": say(queries.card("use2").name),
            "example": address(reverse("observatory:embedded", args=["use2"])),
        },
    )


@require_safe
def catalogued(request: HttpRequest) -> HttpResponseBase:
    """Give the catalogue as DCAT, its files of the period in `?ky=`."""
    period = asking.period(request)
    return answering.json(request, lambda: catalogue(period))


@require_safe
def described(request: HttpRequest) -> HttpResponseBase:
    """Describe everything machines may ask and tell, as OpenAPI."""
    return answering.json(request, document)


@require_safe
def dump(request: HttpRequest, dataset: str, kind: str) -> HttpResponseBase:
    """Give a whole data set of a period."""
    period = asking.period(request)
    if dataset not in queries.DUMPS or kind not in FORMATS:
        raise FormatUnknown(
            Sentence(
                f"Không có tệp “{dataset[:40]}.{kind[:10]}”. Bạn hãy xem trang Dữ liệu mở.",
                f"There is no file “{dataset[:40]}.{kind[:10]}”. See the page on open data.",
            )
        )
    written: Literal["csv", "parquet"] = "csv" if kind == "csv" else "parquet"
    return answering.whole(
        request,
        lambda file: queries.dump(dataset, period=period, kind=written, file=file),
        name=f"{dataset}-{period.code}.{kind}",
        kind=FORMATS[kind],
    )
