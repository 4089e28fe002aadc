"""Addresses of bundles."""

from django.urls import path

from motcua.portal.views import bundles

urlpatterns = [path("ho-so/<str:code>/lien-thong/", bundles.bundle, name="bundle")]
