"""Addresses of the pages that only say something."""

from django.urls import path

from motcua.portal.views import pages

urlpatterns = [
    path("tro-giup/", pages.help_, name="help"),
    path("tiep-can/", pages.accessibility, name="accessibility"),
    path("quyen-rieng-tu/", pages.privacy, name="privacy"),
    path("thong-ke/", pages.statistics, name="statistics"),
    path("gop-y/", pages.feedback, name="feedback"),
]
