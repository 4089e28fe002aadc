"""Addresses of the definitions of indicators."""

from django.urls import path

from motcua.observatory.views.cards import card, cards

urlpatterns = [
    path("chi-so/", cards, name="cards"),
    path("chi-so/<str:code>/", card, name="card"),
]
