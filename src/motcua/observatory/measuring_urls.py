"""Addresses of those who run the measuring, at the desk."""

from django.urls import path

from motcua.observatory.views import measuring, registering

app_name = "measuring"
urlpatterns = [
    path("", measuring.live, name="live"),
    path("ket-noi/", measuring.feeders, name="feeders"),
    path("ket-noi/them/", registering.register, name="register"),
    path("ket-noi/<int:number>/", measuring.feeder, name="feeder"),
    path("ket-noi/<int:number>/sua/", registering.change, name="change"),
    path("ket-noi/<int:number>/dong/", registering.close, name="close"),
    path("loi/", measuring.errors, name="errors"),
    path("doi-chieu/", measuring.agreement, name="agreement"),
]
