"""Addresses of accounts. allauth asks for them by its own names, so they stand without a namespace.

What is not named here of allauth's pages does not exist.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from motcua.web.accounts import entering, factors

urlpatterns = [
    path("dang-nhap/", entering.log_in, name="account_login"),
    path("dang-nhap/ma-xac-thuc/", mfa.authenticate, name="mfa_authenticate"),
    path("dang-nhap/quen-mat-khau/", account.password_reset, name="account_reset_password"),
    path(
        "dang-nhap/quen-mat-khau/da-gui/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "dang-nhap/mat-khau-moi/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^dang-nhap/mat-khau-moi/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("dang-xuat/", entering.log_out, name="account_logout"),
    path("dang-ky/", entering.register, name="account_signup"),
    path("tai-khoan/xac-nhan-mat-khau/", account.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/xac-nhan-ma/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tai-khoan/hai-buoc/", mfa.index, name="mfa_index"),
    path("tai-khoan/hai-buoc/bat/", factors.activate, name="mfa_activate_totp"),
    path("tai-khoan/hai-buoc/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("tai-khoan/ma-du-phong/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "tai-khoan/ma-du-phong/tao-moi/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]
