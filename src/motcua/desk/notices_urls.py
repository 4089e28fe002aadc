"""Addresses of notices at the desk."""

from django.urls import path

from motcua.desk.views import notices

urlpatterns = [
    path("tin-bao/", notices.notices, name="notices"),
    path("tin-bao/<int:number>/", notices.notice, name="notice"),
]
