"""Addresses of one's own store of papers."""

from django.urls import path

from motcua.portal.views import store

urlpatterns = [
    path("kho-giay-to/", store.store, name="store"),
    path("kho-giay-to/cat/", store.put, name="store_put"),
    path("kho-giay-to/dien-san/", store.fill_in, name="store_fill_in"),
    path("kho-giay-to/<uuid:key>/", store.paper, name="store_paper"),
    path("kho-giay-to/<uuid:key>/tep/", store.file, name="store_file"),
    path("kho-giay-to/<uuid:key>/bo/", store.remove, name="store_remove"),
]
