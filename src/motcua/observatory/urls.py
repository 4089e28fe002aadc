"""Addresses of motcua.observatory, one list a topic."""

from django.urls import URLPattern, URLResolver

from motcua.observatory.card_urls import urlpatterns as cards
from motcua.observatory.data_urls import urlpatterns as data
from motcua.observatory.page_urls import urlpatterns as pages
from motcua.observatory.published_urls import urlpatterns as published
from motcua.observatory.report_urls import urlpatterns as reports

app_name = "observatory"
urlpatterns: list[URLPattern | URLResolver] = [
    *pages,
    *cards,
    *data,
    *published,
    *reports,
]
