"""Addresses of applying and of one's own dossiers."""

from django.urls import path

from motcua.portal.views import amending, answers, apply, dossiers, look_up, preview

urlpatterns = [
    path("nop-ho-so/<str:code>/", apply.start, name="apply"),
    path("nop-ho-so/<str:code>/bat-dau/", apply.begin, name="begin"),
    path("nop-ho-so/<str:code>/xem-truoc/", preview.preview, name="preview"),
    path("to-khai/<uuid:key>/kiem-tra/", apply.check, name="check"),
    path("to-khai/<uuid:key>/bo-sung/", amending.amend, name="amend"),
    path("to-khai/<uuid:key>/nop/", apply.submit, name="submit"),
    path("to-khai/<uuid:key>/bo/", apply.discard, name="discard"),
    path("to-khai/<uuid:key>/tep/<str:path>/", answers.upload, name="upload"),
    path("to-khai/<uuid:key>/<str:page>/", apply.fill, name="fill"),
    path("to-khai/<uuid:key>/<str:page>/luu/", answers.autosave, name="autosave"),
    path("don-vi/<str:province>.json", answers.units, name="communes"),
    path("ho-so/", dossiers.mine, name="dossiers"),
    path("ho-so/<str:code>/", dossiers.dossier, name="dossier"),
    path("ho-so/<str:code>/da-nop/", apply.submitted, name="submitted"),
    path("ho-so/<str:code>/bo-sung/", dossiers.supplement, name="supplement"),
    path("ho-so/<str:code>/tin-nhan/", dossiers.message, name="message"),
    path("ho-so/<str:code>/xin-rut/", dossiers.withdraw, name="withdraw"),
    path("ho-so/<str:code>/giay-to/<uuid:key>/", dossiers.attachment, name="attachment"),
    path("ho-so/<str:code>/van-ban/<uuid:key>.pdf", dossiers.document, name="document"),
    path("tra-cuu/", look_up.look_up, name="look_up"),
]
