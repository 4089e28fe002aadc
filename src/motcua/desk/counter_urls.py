"""Addresses of the counter: papers looked at, results handed back, days without paper."""

from django.urls import path

from motcua.desk.views import intake_papers, no_paper, returning

urlpatterns = [
    path("tiep-nhan/<uuid:key>/giay-to/", intake_papers.papers, name="intake_papers"),
    path(
        "tiep-nhan/<uuid:key>/giay-to/<str:component>/quet/",
        intake_papers.scan,
        name="intake_scan",
    ),
    path("ho-so/<str:code>/giay-to-da-nhan/", intake_papers.record, name="intake_record"),
    path("ho-so/<str:code>/tra-ket-qua/", returning.hand_back, name="hand_back"),
    path("ho-so/<str:code>/bien-nhan-tra/", returning.record, name="handed_back"),
    path("khong-nhan-giay/", no_paper.rules, name="no_paper"),
    path("khong-nhan-giay/<uuid:key>/dung/", no_paper.lift, name="no_paper_lift"),
]
