"""Addresses of motcua.web: language, and one's own account."""

from django.urls import path

from motcua.web import gateway, languages
from motcua.web.accounts import entering, first_password, helped, notices, own

app_name = "web"
urlpatterns = [
    path("ngon-ngu/", languages.choose, name="language"),
    path("dang-nhap/tiep-tuc/", entering.give_back, name="kept"),
    path("dang-nhap/bo-qua/", entering.forget, name="forget"),
    path(
        "dang-nhap/mat-khau-dau-tien/<str:token>/",
        first_password.first_password,
        name="first_password",
    ),
    path("tai-khoan/", own.overview, name="account"),
    path("tai-khoan/thong-tin/", own.details, name="details"),
    path("tai-khoan/mat-khau/", own.password, name="password"),
    path("tai-khoan/thong-bao/", notices.notices, name="notices"),
    path("cong-tin-nhan/bao-cao/", gateway.report, name="delivery_report"),
    path("cong-tin-nhan/den/", gateway.incoming, name="incoming_sms"),
    path("tai-khoan/ho-tro/", helped.helpers, name="helpers"),
    path("tai-khoan/ho-tro/<uuid:key>/thu-hoi/", helped.revoke, name="revoke_help"),
    path("ho-tro/ket-thuc/", helped.end, name="end_help"),
]
