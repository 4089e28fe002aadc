"""Addresses of the catalogue: home, search and browsing, one procedure."""

from django.urls import path

from motcua.portal.views import catalogue

urlpatterns = [
    path("", catalogue.home, name="home"),
    path("thu-tuc/", catalogue.procedures, name="procedures"),
    path("thu-tuc/goi-y", catalogue.suggestions, name="suggestions"),
    path("thu-tuc/<str:code>.jsonld", catalogue.procedure_linked, name="procedure_linked"),
    path("thu-tuc/<str:code>/", catalogue.procedure, name="procedure"),
]
