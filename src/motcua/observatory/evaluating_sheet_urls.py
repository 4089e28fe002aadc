"""Addresses of worksheets, declarations, replies and usability sessions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
