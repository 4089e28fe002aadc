"""Every address of the site: the portal at the root, the desk, accounts and the gallery."""

from django.urls import include, path

handler400 = "motcua.web.errors.bad_request"
handler403 = "motcua.web.errors.forbidden"
handler404 = "motcua.web.errors.not_found"
handler429 = "motcua.web.errors.too_many"
handler500 = "motcua.web.errors.server_error"

urlpatterns = [
    path("design/", include("motcua.portal.gallery_urls")),
    path("ban-lam-viec/do-luong/", include("motcua.observatory.measuring_urls")),
    path("ban-lam-viec/danh-gia/", include("motcua.observatory.evaluating_urls")),
    path("ban-lam-viec/", include("motcua.desk.urls")),
    path("do-luong/", include("motcua.observatory.urls")),
    path("danh-gia/", include("motcua.observatory.evaluated_urls")),
    path("", include("motcua.observatory.collector_urls")),
    path("", include("motcua.web.urls")),
    path("", include("motcua.web.accounts.urls")),
    path("", include("motcua.portal.urls")),
]
