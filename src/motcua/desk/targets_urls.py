"""Addresses of targets."""

from django.urls import path

from motcua.desk.views import targets

urlpatterns = [
    path("chi-tieu/", targets.targets, name="targets"),
    path("chi-tieu/giao/", targets.set_target, name="set_target"),
    path("chi-tieu/<uuid:key>/", targets.target, name="target"),
]
