"""Addresses of petitions at the desk."""

from django.urls import path

from motcua.desk.views import petitions

urlpatterns = [
    path("phan-anh/", petitions.petitions, name="petitions"),
    path("phan-anh/<str:code>/", petitions.petition, name="petition"),
]
