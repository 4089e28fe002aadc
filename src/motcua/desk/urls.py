"""Addresses of the desk, under /ban-lam-viec/."""

from django.urls import path

from motcua.desk.assistance_urls import urlpatterns as assistance
from motcua.desk.books_urls import urlpatterns as books
from motcua.desk.counter_urls import urlpatterns as counter
from motcua.desk.editor_urls import urlpatterns as editor
from motcua.desk.lists_urls import urlpatterns as lists
from motcua.desk.notice_templates_urls import urlpatterns as notice_templates
from motcua.desk.notices_urls import urlpatterns as notices
from motcua.desk.petitions_urls import urlpatterns as petitions
from motcua.desk.process_urls import urlpatterns as process
from motcua.desk.queue_urls import urlpatterns as queue
from motcua.desk.review_urls import urlpatterns as review
from motcua.desk.statistics_urls import urlpatterns as statistics
from motcua.desk.talk_urls import urlpatterns as talk
from motcua.desk.targets_urls import urlpatterns as targets
from motcua.desk.views import dossier, inbox, intake, papers

app_name = "desk"

urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("tiep-nhan/", intake.intake, name="intake"),
    path("ho-so/<str:code>/", dossier.dossier, name="dossier"),
    path("ho-so/<str:code>/buoc/", dossier.move, name="move"),
    path("ho-so/<str:code>/ket-qua/", dossier.draft_result, name="result"),
    path("ho-so/<str:code>/tin-nhan/", dossier.message, name="message"),
    path("ho-so/<str:code>/bo-sung/", dossier.supplement, name="supplement"),
    path("ho-so/<str:code>/thu-phi/", dossier.payment, name="payment"),
    path("ho-so/<str:code>/giay-to/<uuid:key>/", papers.attachment, name="attachment"),
    path("ho-so/<str:code>/van-ban/<uuid:key>.pdf", papers.document, name="document"),
    *assistance,
    *lists,
    *books,
    *counter,
    *queue,
    *statistics,
    *editor,
    *review,
    *process,
    *petitions,
    *notices,
    *notice_templates,
    *talk,
    *targets,
]
