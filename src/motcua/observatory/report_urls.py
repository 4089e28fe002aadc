"""Addresses of reports."""

from django.urls import path

from motcua.observatory.views.reports import national, of_agency, of_targets

urlpatterns = [
    path("bao-cao/ca-nuoc.pdf", national, name="national_report"),
    path("bao-cao/<str:code>.pdf", of_agency, name="agency_report"),
    path("chi-tieu/<str:code>/<int:year>.pdf", of_targets, name="targets_report"),
]
