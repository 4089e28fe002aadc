"""The record of a result that was handed back."""

from django.db import models
from django.db.models import Q

from motcua.dossiers.values.returning import Way


class HandBack(models.Model):
    """Who took the result, how, and with what proof. Of an identity number the last three digits.

    `signature` is the path of an SVG; where nobody could sign on a screen there is `typed_name`.
    """

    dossier = models.OneToOneField(
        "dossiers.Dossier", primary_key=True, on_delete=models.CASCADE, related_name="hand_back"
    )
    way = models.CharField(max_length=12)
    taken_by = models.CharField(max_length=200, blank=True)
    authorised = models.BooleanField(default=False)
    authority = models.CharField(max_length=300, blank=True)
    matched = models.BooleanField(default=False)
    number_tail = models.CharField(max_length=3, blank=True)
    signature = models.TextField(blank=True)
    typed_name = models.CharField(max_length=200, blank=True)
    tracking = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(way__in=[way.value for way in Way]), name="hand_back_way_known"
            ),
            models.CheckConstraint(
                condition=~Q(way="counter")
                | ~Q(taken_by="") & (~Q(signature="") | ~Q(typed_name="")),
                name="hand_back_is_signed_for",
                violation_error_message="Người nhận kết quả tại quầy phải ký nhận.",
            ),
            models.CheckConstraint(
                condition=~Q(way="post") | ~Q(tracking=""),
                name="hand_back_post_has_number",
                violation_error_message="Trả qua bưu chính phải có mã bưu gửi.",
            ),
            models.CheckConstraint(
                condition=Q(authorised=False) | ~Q(authority=""),
                name="hand_back_authority_named",
                violation_error_message="Nhận thay phải có giấy ủy quyền.",
            ),
        ]
