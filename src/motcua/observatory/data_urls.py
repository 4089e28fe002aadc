"""Addresses of open data and of cards to embed."""

from django.urls import path

from motcua.observatory.views.embedding import embedded
from motcua.observatory.views.opening import catalogued, data, described, dump

urlpatterns = [
    path("du-lieu/", data, name="data"),
    path("du-lieu/data.json", catalogued, name="catalogue"),
    path("du-lieu/openapi.json", described, name="openapi"),
    path("du-lieu/<str:dataset>.<str:kind>", dump, name="dump"),
    path("nhung/<str:code>/", embedded, name="embedded"),
]
