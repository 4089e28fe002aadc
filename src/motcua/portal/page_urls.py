"""Addresses of the pages that only say something."""

from django.urls import path

from motcua.portal.views import failing, feedback, pages, robots

urlpatterns = [
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", robots.sitemap, name="sitemap"),
    path(".well-known/security.txt", robots.security, name="security"),
    path(".well-known/motcua-audit.txt", robots.load_permission, name="load_permission"),
    path("tro-giup/", pages.help_, name="help"),
    path("lien-he/", pages.contact, name="contact"),
    path("tiep-can/", pages.accessibility, name="accessibility"),
    path("quyen-rieng-tu/", pages.privacy, name="privacy"),
    path("thong-ke/", pages.statistics, name="statistics"),
    path("gop-y/", feedback.overview, name="feedback"),
    path("phan-anh/", feedback.petition, name="petition"),
    path("phan-anh/tra-cuu/", feedback.look_up, name="petition_look_up"),
    path("hoi-dap/", feedback.ask, name="ask"),
    path("gap-loi/", failing.cause, name="cause"),
    path("gap-loi/cam-on/", failing.told, name="cause_told"),
    path("ho-so/<str:code>/danh-gia/", feedback.rate, name="rate"),
]
