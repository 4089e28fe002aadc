"""Addresses of campaigns at the desk. Those of worksheets, declarations, replies and sessions come
from `evaluating_sheet_urls`."""

from django.urls import path

from motcua.evaluation.rules.moving import Verb
from motcua.observatory import evaluating_sheet_urls
from motcua.observatory.evaluating import (
    assigning,
    boards,
    campaigns,
    chronicle,
    hearing,
    overriding,
    portals,
    publishing,
    results,
    retests,
    runs,
    steps,
)

app_name = "evaluating"
STEPS = (
    ("mo", "open", Verb.OPEN),
    ("ket-thuc-cham", "close", Verb.CLOSE),
    ("hoi-co-quan", "ask_for_reply", Verb.ASK_FOR_REPLY),
    ("ket-thuc-giai-trinh", "close_replies", Verb.CLOSE_REPLIES),
    ("dinh-chinh", "correct", Verb.CORRECT),
    ("rut", "withdraw", Verb.WITHDRAW),
    ("dung", "abandon", Verb.ABANDON),
)
urlpatterns = [
    path("", campaigns.campaigns, name="campaigns"),
    path("tao/", campaigns.create, name="create"),
    *evaluating_sheet_urls.urlpatterns,
    path("<str:code>/", boards.one, name="campaign"),
    path("<str:code>/sua/", campaigns.change, name="change"),
    path("<str:code>/cong/", portals.portals, name="portals"),
    path("<str:code>/cong/nhom/<str:league>/", portals.add_league, name="add_league"),
    path("<str:code>/cong/danh-sach/", portals.add_list, name="add_list"),
    path("<str:code>/cong/danh-sach/them/", portals.add_listed, name="add_listed"),
    path("<str:code>/cong/<str:agency>/", portals.change_portal, name="portal"),
    path("<str:code>/cong/<str:agency>/bo/", portals.remove_portal, name="remove_portal"),
    path("<str:code>/phan-cong/", assigning.assigning, name="assigning"),
    path("<str:code>/phan-cong/<str:agency>/", assigning.seat, name="seat"),
    path("<str:code>/phan-cong/<str:agency>/mo-lai/<str:where>/", assigning.reopen, name="reopen"),
    path("<str:code>/kiem-tra/", runs.runs, name="runs"),
    path("<str:code>/kiem-tra/<str:agency>/", runs.run, name="run"),
    path("<str:code>/kiem-tra/<str:agency>/lai/", runs.run_again, name="run_again"),
    path("<str:code>/kiem-tra/<str:agency>/bao-cao/", runs.run_report, name="run_report"),
    path("<str:code>/kiem-tra/<str:agency>/<str:digest>", runs.run_file, name="run_file"),
    path("<str:code>/ket-qua/", results.results, name="results"),
    path("<str:code>/ket-qua/<str:agency>/", results.result, name="result"),
    path("<str:code>/ket-qua/<str:agency>/sua/", overriding.overrides, name="overrides"),
    path("<str:code>/ket-qua/<str:agency>/bo-sua/", overriding.lift, name="lift"),
    path("<str:code>/ket-qua/<str:agency>/de-ngo/", overriding.leave_open, name="leave_open"),
    path("<str:code>/giai-trinh/", hearing.replies, name="replies"),
    path(
        "<str:code>/giai-trinh/<str:agency>/<str:about>/<str:item>/",
        hearing.answer_reply,
        name="answer_reply",
    ),
    path("<str:code>/kiem-tra-lai/", retests.retests, name="retests"),
    path("<str:code>/nhat-ky/", chronicle.chronicle, name="chronicle"),
    path("<str:code>/cong-bo/", publishing.publish, name="publish"),
    *(
        path(f"<str:code>/{address}/", steps.step, {"verb": verb}, name=name)
        for address, name, verb in STEPS
    ),
]
