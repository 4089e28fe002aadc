"""Addresses of motcua.portal, one list a topic."""

from django.urls import URLPattern, URLResolver

from motcua.portal.apply_urls import urlpatterns as applying
from motcua.portal.bundle_urls import urlpatterns as bundles
from motcua.portal.catalogue_urls import urlpatterns as catalogue
from motcua.portal.counters_urls import urlpatterns as counters
from motcua.portal.page_urls import urlpatterns as saying
from motcua.portal.store_urls import urlpatterns as store

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    *catalogue,
    *applying,
    *bundles,
    *store,
    *counters,
    *saying,
]
