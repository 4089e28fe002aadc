"""Addresses of counters: numbers drawn, the board, appointments."""

from django.urls import path

from motcua.portal.views import appointments, counters

urlpatterns = [
    path("quay/", counters.places, name="offices"),
    path("quay/<str:agency>/", counters.office, name="office"),
    path("quay/<str:agency>/lay-so/", counters.kiosk, name="kiosk"),
    path("quay/<str:agency>/den-hen/", counters.arrive, name="arrive"),
    path("quay/<str:agency>/bang/", counters.board, name="board"),
    path("quay/<str:agency>/dat-lich/", appointments.book, name="book"),
    path("phieu/<uuid:key>/", counters.ticket, name="ticket"),
    path("lich-hen/", appointments.find, name="find_appointment"),
    path("lich-hen/<str:code>/", appointments.appointment, name="appointment"),
    path("lich-hen/<str:code>/doi/", appointments.move, name="move_appointment"),
    path("lich-hen/<str:code>/huy/", appointments.cancel, name="cancel_appointment"),
    path("lich-hen/<str:code>/lich.ics", appointments.calendar_file, name="calendar_file"),
]
