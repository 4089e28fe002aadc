"""Addresses of the register and of control sheets."""

from django.urls import path

from motcua.desk.views import books

urlpatterns = [
    path("so-theo-doi/", books.register, name="register"),
    path("so-theo-doi/bang-tinh.xlsx", books.register_sheet, name="register_sheet"),
    path("so-theo-doi/in/", books.print_register, name="print_register"),
    path("so-theo-doi/<uuid:key>.pdf", books.register_print, name="register_print"),
    path("ho-so/<str:code>/phieu-kiem-soat/", books.control_sheet, name="control_sheet"),
    path(
        "ho-so/<str:code>/phieu-kiem-soat/in/",
        books.print_control_sheet,
        name="print_control_sheet",
    ),
]
