"""Addresses of figures that others published."""

from django.urls import path

from motcua.observatory.views import published

urlpatterns = [
    path("da-cong-bo/", published.all_published, name="all_published"),
    path("da-cong-bo/<code>/", published.published, name="published"),
]
