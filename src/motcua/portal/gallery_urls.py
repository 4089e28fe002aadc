"""Addresses of the gallery of components."""

from django.urls import path

from motcua.portal.views.gallery import gallery

app_name = "design"
urlpatterns = [
    path("", gallery, name="gallery"),
    path("ban-lam-viec/", gallery, {"frame": "design/layout_desk.html"}, name="gallery_desk"),
]
