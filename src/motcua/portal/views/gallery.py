"""The gallery of the component library, in the citizens' frame and in the officers'."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.design.charts.samples import samples


def gallery(request: HttpRequest, *, frame: str = "design/layout.html") -> HttpResponse:
    """Show every component in every state, inside `frame`."""
    return render(request, "design/gallery/page.html", {"frame": frame, "samples": samples()})
