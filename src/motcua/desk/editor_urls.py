"""Addresses of the editor of procedures, under /ban-lam-viec/bien-tap/."""

from django.urls import path

from motcua.desk.views.editor import deciding, editions, things, trying

urlpatterns = [
    path("bien-tap/", editions.editions, name="editions"),
    path("bien-tap/moi/", editions.begin, name="edition_begin"),
    path("bien-tap/<uuid:key>/", editions.overview, name="edition"),
    path("bien-tap/<uuid:key>/hoan-tac/", editions.undo, name="edition_undo"),
    path("bien-tap/<uuid:key>/lam-lai/", editions.redo, name="edition_redo"),
    path("bien-tap/<uuid:key>/tep.zip", editions.export, name="edition_export"),
    path("bien-tap/<uuid:key>/nhap/", editions.take_in, name="edition_take_in"),
    path("bien-tap/<uuid:key>/bo/", editions.discard, name="edition_discard"),
    path("bien-tap/<uuid:key>/phan/<str:part>/", things.section, name="edition_section"),
    path("bien-tap/<uuid:key>/muc/<str:place>/", things.thing, name="edition_thing"),
    path("bien-tap/<uuid:key>/muc/<str:place>/them/", things.add, name="edition_add"),
    path("bien-tap/<uuid:key>/muc/<str:place>/len/", things.up, name="edition_up"),
    path("bien-tap/<uuid:key>/muc/<str:place>/xuong/", things.down, name="edition_down"),
    path("bien-tap/<uuid:key>/muc/<str:place>/xoa/", things.remove, name="edition_remove"),
    path("bien-tap/<uuid:key>/quy-trinh-mau/", things.take_process, name="edition_process"),
    path("bien-tap/<uuid:key>/xem-thu/", trying.preview, name="edition_preview"),
    path("bien-tap/<uuid:key>/xem-thu/kich-ban/", trying.add_scenario, name="edition_scenario"),
    path("bien-tap/<uuid:key>/so-sanh/", deciding.compare, name="edition_compare"),
    path("bien-tap/<uuid:key>/trinh/", deciding.propose, name="edition_propose"),
    path("bien-tap/<uuid:key>/duyet/", deciding.approve, name="edition_approve"),
    path("bien-tap/<uuid:key>/tra-lai/", deciding.send_back, name="edition_send_back"),
]
