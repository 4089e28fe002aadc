"""Addresses of notices at the desk."""

from django.urls import path

from motcua.desk.views import notices

urlpatterns = [
    path("tin-bao/", notices.notices, name="notices"),
    path("tin-bao/<int:number>/", notices.notice, name="notice"),
    path("tin-khong-gui-duoc/", notices.failures, name="failures"),
    path("tin-khong-gui-duoc/<int:number>/", notices.retry, name="retry_message"),
]
