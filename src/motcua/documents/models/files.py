"""Files and unfinished uploads."""

import uuid

from django.db import models


class File(models.Model):
    """A file handed in; its bytes lie in the byte store under `sha256`."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    filename = models.CharField(max_length=130)
    media_type = models.CharField(max_length=60)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    stored_at = models.DateTimeField()
    stored_by = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size__gt=0),
                name="documents_file_not_empty",
                violation_error_message="Tệp trống không được lưu.",
            )
        ]


class Upload(models.Model):
    """An upload that may be resumed: the browser names it by `key`."""

    key = models.UUIDField(unique=True)
    filename = models.CharField(max_length=130)
    total = models.PositiveBigIntegerField()
    owner = models.CharField(max_length=80)
    begun_at = models.DateTimeField()
    file = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
