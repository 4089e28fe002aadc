"""Addresses of counters at the desk: calling, setting up, appointments, how people waited."""

from django.urls import path

from motcua.desk.views import queue, queue_figures, queue_setting

urlpatterns = [
    path("quay/", queue.counters, name="counters"),
    path("quay/moi-them/", queue_setting.add, name="counter_add"),
    path("quay/lich-hen/", queue_setting.slots, name="slots"),
    path("quay/lich-hen/<uuid:key>/bo/", queue_setting.withdraw, name="slots_withdraw"),
    path("quay/thoi-gian-cho/", queue_figures.waiting, name="waiting"),
    path("quay/tra-ket-qua/", queue.to_return, name="counter_return"),
    path("quay/<uuid:key>/", queue.counter, name="counter"),
    path("quay/<uuid:key>/sua/", queue_setting.change, name="counter_change"),
    path("quay/<uuid:key>/bo/", queue_setting.remove, name="counter_remove"),
    path("quay/<uuid:key>/mo/", queue.sit, name="counter_sit"),
    path("quay/<uuid:key>/dong/", queue.leave, name="counter_leave"),
    path("quay/<uuid:key>/tiep/", queue.call_next, name="counter_next"),
    path("quay/<uuid:key>/moi-lai/", queue.call_again, name="counter_again"),
    path("quay/<uuid:key>/bat-dau/", queue.start, name="counter_start"),
    path("quay/<uuid:key>/xong/", queue.finish, name="counter_finish"),
    path("quay/<uuid:key>/vang/", queue.miss, name="counter_miss"),
    path("quay/<uuid:key>/chuyen/", queue.pass_on, name="counter_pass"),
    path("quay/<uuid:key>/quay-lai/", queue.take_back, name="counter_back"),
]
