"""Lists that officers take away as files."""

import uuid

from django.db import models


class Export(models.Model):
    """A list asked for as a file: `wanted` is what the list's address said, by parameter.

    `rows` counts the lines written so far, `total` how many there were when it began. The bytes lie
    in the byte store under `sha256` until `expires_at`; only the owner may fetch them.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    owner = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    list_name = models.CharField(max_length=20)
    wanted = models.JSONField()
    kind = models.CharField(max_length=8)
    language = models.CharField(max_length=5)
    state = models.CharField(max_length=12, default="waiting")
    rows = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "-asked_at"], name="dossiers_exports_of_owner"),
            models.Index(
                fields=["expires_at"],
                condition=~models.Q(sha256=""),
                name="dossiers_exports_to_expire",
            ),
        ]
