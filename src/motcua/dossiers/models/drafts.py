"""Drafts and the files attached to drafts and dossiers."""

import uuid

from django.db import models
from django.db.models import Q


class Draft(models.Model):
    """Answers under way, exactly as typed.

    A draft for a new request has no `dossier`; one that supplements a dossier points to it. After
    submission `submitted_as` says where it went, so that a second press changes nothing.
    `saved_as` is the name that a page gave its last save, by which it knows it as its own.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    owner = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(max_length=20)
    service_code = models.CharField(max_length=20)
    service_digest = models.CharField(max_length=64)
    service_name = models.CharField(max_length=300)
    reception_code = models.CharField(max_length=35, blank=True)
    answers = models.JSONField(default=dict)
    page = models.CharField(max_length=60, blank=True)
    revision = models.PositiveIntegerField(default=1)
    saved_as = models.CharField(max_length=40, blank=True)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    dossier = models.ForeignKey(
        "dossiers.Dossier", null=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_as = models.ForeignKey(
        "dossiers.Dossier", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "-saved_at"],
                condition=Q(submitted_as__isnull=True),
                name="drafts_open_of_owner",
            )
        ]


class Attachment(models.Model):
    """A file in a draft, and in the dossier it became; kept when it is taken out again.

    `reused_from` names where a paper of the applicant's store stems from (DuocTaiSuDung): the code
    of the dossier it was handed in with or issued for, or `own`. Nobody ticks that.
    """

    file = models.ForeignKey(
        "documents.File", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    field = models.CharField(max_length=120)
    component = models.CharField(max_length=60)
    draft = models.ForeignKey(Draft, null=True, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(
        "dossiers.Dossier", null=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    reused_from = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "file"], name="dossiers_file_once_a_draft"),
            models.CheckConstraint(
                condition=Q(draft__isnull=False) | Q(dossier__isnull=False),
                name="dossiers_file_belongs_somewhere",
            ),
        ]
