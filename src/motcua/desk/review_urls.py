"""Addresses of the review of procedures."""

from django.urls import path

from motcua.desk.views import review

urlpatterns = [
    path("ra-soat/", review.review, name="review"),
    path("ra-soat/<str:code>/", review.procedure, name="review_procedure"),
    path("ra-soat/de-xuat/<uuid:key>/", review.decide, name="review_decide"),
]
