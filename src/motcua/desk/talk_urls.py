"""Addresses of talking over dossiers and overseeing them."""

from django.urls import path

from motcua.desk.views import board, instructions, live, notes, templates

urlpatterns = [
    path("dieu-hanh/", board.board, name="board"),
    path("chi-dao/", instructions.listed, name="instructions"),
    path("mau-ly-do/", templates.listed, name="reasons"),
    path("mau-ly-do/<uuid:key>/", templates.change, name="change_reason"),
    path("mau-ly-do/<uuid:key>/bo/", templates.drop, name="drop_reason"),
    path("tin-moi/", live.inbox, name="news"),
    path("ho-so/<str:code>/tin-moi/", live.dossier, name="dossier_news"),
    path("ho-so/<str:code>/ghi-chu/", notes.write, name="notes"),
    path("ho-so/<str:code>/ghi-chu/<uuid:key>/", notes.edit, name="note"),
    path("ho-so/<str:code>/trung/<uuid:key>/", notes.judge, name="judge_duplicate"),
    path("ho-so/<str:code>/chi-dao/", instructions.instruct, name="instruct"),
    path("ho-so/<str:code>/chi-dao/<uuid:key>/", instructions.answer, name="instruction"),
]
