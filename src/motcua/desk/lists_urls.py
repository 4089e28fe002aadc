"""Addresses of lists: all dossiers, saved views, files, moves on many."""

from django.urls import path

from motcua.desk.views import bulk, bulk_assign, exports, lists, views

urlpatterns = [
    path("danh-sach/", lists.everything, name="dossiers"),
    path("danh-sach/in/", lists.on_paper, name="print_list"),
    path("cach-xem/", views.views, name="views"),
    path("cach-xem/luu/", views.save, name="save_view"),
    path("cach-xem/mo-san/", views.choose_default, name="default_view"),
    path("cach-xem/<uuid:key>/xoa/", views.remove, name="remove_view"),
    path("xuat/", exports.exports, name="exports"),
    path("xuat/moi/", exports.ask, name="export"),
    path("xuat/<uuid:key>/", exports.fetch, name="export_file"),
    path("hang-loat/", bulk.choose, name="bulk"),
    path("hang-loat/lam/", bulk.begin, name="bulk_begin"),
    path("hang-loat/giao/", bulk_assign.choose, name="bulk_assign"),
    path("hang-loat/<uuid:key>/", bulk.run, name="bulk_run"),
]
