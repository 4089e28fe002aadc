"""Addresses of the statistics of settlement."""

from django.urls import path

from motcua.desk.views import statistics

urlpatterns = [
    path("thong-ke/", statistics.statistics, name="statistics"),
    path("thong-ke/bao-cao.xlsx", statistics.settlement_report, name="settlement_report"),
]
