"""Addresses of motcua.web: language, and one's own account."""

from django.urls import path

from motcua.web import languages
from motcua.web.accounts import entering, own

app_name = "web"
urlpatterns = [
    path("ngon-ngu/", languages.choose, name="language"),
    path("dang-nhap/tiep-tuc/", entering.give_back, name="kept"),
    path("dang-nhap/bo-qua/", entering.forget, name="forget"),
    path("tai-khoan/", own.overview, name="account"),
    path("tai-khoan/thong-tin/", own.details, name="details"),
    path("tai-khoan/mat-khau/", own.password, name="password"),
]
