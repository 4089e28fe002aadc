"""Files and unfinished uploads."""

import uuid

from django.db import models
from django.db.models import Q

from motcua.documents.values import FileState


class File(models.Model):
    """A file handed in: what came (`sha256`), and what is given out of it (`served_sha256`).

    What came lies in the incoming store until it was checked and some days more; what is given out
    lies in the byte store, and only there once the check has ended well.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    filename = models.CharField(max_length=130)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    stored_at = models.DateTimeField()
    stored_by = models.CharField(max_length=80)
    state = models.CharField(max_length=20, default=FileState.WAITING.value)
    served_sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    found = models.CharField(max_length=200, blank=True)
    cleaned = models.JSONField(default=list)
    signed = models.BooleanField(default=False)
    checked_at = models.DateTimeField(null=True)
    incoming = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["stored_at"],
                condition=Q(state__in=["waiting", "unscanned"]),
                name="documents_file_unchecked",
            ),
            models.Index(
                fields=["checked_at"], condition=Q(incoming=True), name="documents_file_incoming"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in FileState]),
                name="documents_file_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(served_sha256="") | ~Q(state__in=["clean", "unscanned"]),
                name="documents_file_served_when_checked",
                violation_error_message="Tệp chưa kiểm tra xong không được mở.",
            ),
            models.CheckConstraint(
                condition=Q(served_sha256="") | ~Q(state__in=["waiting", "infected"]),
                name="documents_file_closed_until_checked",
                violation_error_message="Tệp chưa kiểm tra xong không được mở.",
            ),
            models.CheckConstraint(
                condition=models.Q(size__gt=0),
                name="documents_file_not_empty",
                violation_error_message="Tệp trống không được lưu.",
            ),
        ]


class Upload(models.Model):
    """An upload that may be resumed: the browser names it by `key`."""

    key = models.UUIDField(unique=True)
    filename = models.CharField(max_length=130)
    total = models.PositiveBigIntegerField()
    owner = models.CharField(max_length=80)
    begun_at = models.DateTimeField()
    file = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
