"""Addresses of worksheets, differences, declarations, replies and usability sessions."""

from django.urls import URLPattern, path

from motcua.observatory.evaluating import (
    agency_declaring,
    agency_pages,
    agency_replying,
    differences,
    session_pages,
    session_tasks,
    sheet_criterion,
    sheet_seen,
    sheets,
)

SHEET = "<str:code>/phieu/<str:agency>/"
JUDGED = f"{SHEET}tieu-chi/<str:criterion>/"
DIFFER = "<str:code>/khac-nhau/<str:agency>/"
AGENCY = "<str:code>/co-quan/<str:agency>/"
DECLARED = f"{AGENCY}ke-khai/<str:criterion>/"
REPLY = f"{AGENCY}giai-trinh/<str:about>/<str:item>/"
SESSIONS = "<str:code>/dung-thu/<str:agency>/"
SESSION = f"{SESSIONS}<uuid:key>/"
TASK = f"{SESSION}<str:task>/"

urlpatterns: list[URLPattern] = [
    path(SHEET, sheets.worksheet, name="worksheet"),
    path(f"{SHEET}xong/", sheets.finish, name="finish_worksheet"),
    path(JUDGED, sheet_criterion.answer, name="answer"),
    path(f"{JUDGED}luu/", sheet_criterion.autosave, name="autosave_answer"),
    path(f"{JUDGED}tep/", sheet_criterion.add_file, name="add_answer_file"),
    path(f"{JUDGED}bo-tep/", sheet_criterion.remove_file, name="remove_answer_file"),
    path(f"{SHEET}xem/<str:criterion>/", sheet_seen.seen, name="seen_criterion"),
    path(f"{SHEET}tep/<str:digest>/", sheet_seen.file, name="sheet_file"),
    path(f"{SHEET}anh/<str:digest>/", sheet_seen.picture, name="sheet_picture"),
    path(DIFFER, differences.differences, name="differences"),
    path(f"{DIFFER}<str:criterion>/", differences.settle, name="reconcile"),
    path(AGENCY, agency_pages.agency, name="agency"),
    path(f"{AGENCY}ket-qua/", agency_pages.result, name="agency_result"),
    path(f"{AGENCY}giai-trinh-xong/", agency_pages.finish, name="finish_replies"),
    path(f"{AGENCY}kiem-tra-lai/", agency_pages.ask_retest, name="ask_retest"),
    path(DECLARED, agency_declaring.declare, name="declare"),
    path(f"{DECLARED}tep/", agency_declaring.add_file, name="add_declared_file"),
    path(f"{DECLARED}bo-tep/", agency_declaring.remove_file, name="remove_declared_file"),
    path(REPLY, agency_replying.reply, name="reply"),
    path(f"{REPLY}tep/", agency_replying.add_file, name="add_reply_file"),
    path(f"{REPLY}bo-tep/", agency_replying.remove_file, name="remove_reply_file"),
    path(SESSIONS, session_pages.sessions, name="sessions"),
    path(f"{SESSIONS}bat-dau/", session_pages.begin, name="begin_session"),
    path(SESSION, session_pages.session, name="session"),
    path(f"{SESSION}xong/", session_pages.finish, name="finish_session"),
    path(TASK, session_tasks.task, name="task"),
    path(f"{TASK}bat-dau/", session_tasks.start, name="start_task"),
    path(f"{TASK}dung/", session_tasks.stop, name="stop_task"),
]
