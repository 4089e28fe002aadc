"""Every address of the site: the portal at the root, the desk, accounts and the gallery."""

from django.urls import include, path

urlpatterns = [
    path("design/", include("motcua.portal.gallery_urls")),
    path("ban-lam-viec/", include("motcua.desk.urls")),
    path("", include("motcua.web.urls")),
    path("", include("motcua.portal.urls")),
]
