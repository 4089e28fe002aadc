"""Addresses of helping people on their own identity."""

from django.urls import path

from motcua.desk.views import assistance

urlpatterns = [
    path("ho-tro/", assistance.start, name="assistance"),
    path("ho-tro/tai-khoan-moi/", assistance.new_account, name="assistance_account"),
    path("ho-tro/<uuid:key>/", assistance.code, name="assistance_code"),
]
