"""Addresses of motcua.portal, one list a topic."""

from django.urls import URLPattern, URLResolver

from motcua.portal.catalogue_urls import urlpatterns as catalogue

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [*catalogue]
