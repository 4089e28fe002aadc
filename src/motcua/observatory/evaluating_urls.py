"""Addresses of campaigns at the desk. Those of worksheets, declarations, replies and sessions come
from `evaluating_sheet_urls`."""

from django.urls import path

from motcua.observatory import evaluating_sheet_urls
from motcua.observatory.evaluating import campaigns

app_name = "evaluating"
urlpatterns = [
    path("", campaigns.campaigns, name="campaigns"),
    *evaluating_sheet_urls.urlpatterns,
]
