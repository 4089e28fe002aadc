"""Addresses of public pages of figures, and of the files behind their charts."""

from django.urls import path

from motcua.observatory.views.agency import agency
from motcua.observatory.views.compare import compare
from motcua.observatory.views.overview import overview
from motcua.observatory.views.procedure import procedure
from motcua.observatory.views.ranks import league, map_, mapping, ranking
from motcua.observatory.views.tables import table

urlpatterns = [
    path("", overview, name="overview"),
    path("co-quan/<str:code>/", agency, name="agency"),
    path("xep-hang/", ranking, name="ranking"),
    path("xep-hang/<str:code>/", league, name="league"),
    path("ban-do/", mapping, name="mapping"),
    path("ban-do/<str:code>/", map_, name="map"),
    path("so-sanh/", compare, name="compare"),
    path("thu-tuc/<str:code>/", procedure, name="procedure"),
    path("bang/<str:topic>.<str:kind>", table, name="table"),
]
