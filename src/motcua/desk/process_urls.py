"""Addresses of sharing the work: who has a dossier, whose opinion is asked, what is handed over."""

from django.urls import path

from motcua.desk.views import absences, assignment, binding, handover, opinions

urlpatterns = [
    path("chuc-nang/", binding.binding, name="binding"),
    path("vang-mat/", absences.absences, name="absences"),
    path("vang-mat/<uuid:key>/ket-thuc/", absences.end, name="end_absence"),
    path("ho-so/<str:code>/giao/", assignment.assign, name="assign"),
    path("ho-so/<str:code>/hoi-y-kien/", opinions.ask, name="ask_opinion"),
    path("ho-so/<str:code>/y-kien/<uuid:key>/rut/", opinions.recall, name="recall_opinion"),
    path("y-kien/", opinions.asked, name="opinions"),
    path("y-kien/<uuid:key>/", opinions.opinion, name="opinion"),
    path("y-kien/<uuid:key>/giao/", opinions.assign, name="assign_opinion"),
    path("y-kien/<uuid:key>/tep/<uuid:file>/", opinions.download, name="opinion_file"),
    path("ban-giao/", handover.handovers, name="handovers"),
    path("ban-giao/<uuid:key>/", handover.handover, name="handover"),
]
