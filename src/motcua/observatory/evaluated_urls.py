"""Addresses of published evaluations, under /danh-gia/."""

from django.urls import path

from motcua.observatory.views import evaluated

app_name = "evaluated"
urlpatterns = [
    path("", evaluated.overview, name="overview"),
    path("cong-bo.json", evaluated.catalogue, name="catalogue"),
    path("<str:code>/", evaluated.campaign, name="campaign"),
    path("<str:code>/tieu-chi/", evaluated.criteria, name="criteria"),
    path("<str:code>/tieu-chi/<str:criterion>/", evaluated.criterion, name="criterion"),
    path("<str:code>/cong/<str:agency>/", evaluated.portal, name="portal"),
    path("<str:code>/bao-cao.pdf", evaluated.report, name="report"),
    path("<str:code>/cong-bo.json", evaluated.document, name="document"),
    path("<str:code>/chu-ky.json", evaluated.signature, name="signature"),
    path("<str:code>/bang.csv", evaluated.sheet, name="sheet"),
    path("<str:code>/huy-hieu/<str:agency>.svg", evaluated.badge, name="badge"),
    path("<str:code>/bang-chung/<str:agency>/<str:digest>", evaluated.evidence, name="evidence"),
]
