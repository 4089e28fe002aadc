"""Addresses of the words of messages."""

from django.urls import path

from motcua.desk.views import notice_templates as views

urlpatterns = [
    path("mau-tin/", views.listed, name="notice_templates"),
    path("mau-tin/<str:code>/", views.one, name="notice_template"),
    path("mau-tin/<str:code>/tai-ve/", views.download, name="notice_template_file"),
    path("mau-tin/ban/<uuid:key>/", views.decide, name="notice_words"),
]
