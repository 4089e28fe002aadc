"""Addresses of the collector's doors on the portal: the same as those of its own processes."""

from django.urls import path

from motcua.observatory.collector import answers, scripts
from motcua.observatory.views import collecting

app_name = "collector"
urlpatterns = [
    *(path(address[1:], collecting.door, name=name) for address, name in answers.NAMES.items()),
    *(path(address[1:], collecting.script, name=name) for address, name in scripts.NAMES.items()),
]
