"""Addresses that exist in these tests only: pages that fail, refuse and guard."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.urls import include, path

from motcua.config.urls import handler400, handler403, handler404, handler500
from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.web.access import citizen_required, officer_required

__all__ = ["handler400", "handler403", "handler404", "handler500"]


class ShopClosed(Refused):
    """A refusal for tests."""


def fail(request):
    raise RuntimeError("a fault in our code")


def refuse(request):
    raise ShopClosed(Sentence("Cửa đóng rồi.", "The shop is closed."))


def forbid(request):
    raise PermissionDenied


def spoil(request):
    raise SuspiciousOperation


@citizen_required
def mine(request):
    return HttpResponse(f"{request.viewer.name} {request.POST.get('child', '')}")


@officer_required(Role.RECEPTIONIST, Role.CASE_OFFICER)
def desk(request):
    return HttpResponse(f"desk of {request.viewer.name}")


urlpatterns = [
    path("thu/loi/", fail),
    path("thu/tu-choi/", refuse),
    path("thu/cam/", forbid),
    path("thu/hong/", spoil),
    path("thu/cua-toi/", mine),
    path("thu/ban/", desk),
    path("", include("motcua.config.urls")),
]
