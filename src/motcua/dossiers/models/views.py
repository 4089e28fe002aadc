"""Ways of looking at a list that officers keep."""

import uuid

from django.db import models
from django.db.models import Q


class SavedView(models.Model):
    """A list as somebody set it up: `wanted` is what the list's address says, by parameter.

    With `shared_path` everybody who works at that agency may use it; only the owner changes it.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    owner = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.CASCADE, related_name="+"
    )
    owner_name = models.CharField(max_length=200)
    list_name = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    wanted = models.JSONField()
    shared_path = models.CharField(max_length=120, blank=True)
    is_default = models.BooleanField(default=False)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "list_name", "name"], name="dossiers_view_named_once"
            ),
            models.UniqueConstraint(
                fields=["owner", "list_name"],
                condition=Q(is_default=True),
                name="dossiers_view_one_default",
            ),
        ]
        indexes = [
            models.Index(
                fields=["shared_path", "list_name"],
                condition=~Q(shared_path=""),
                name="dossiers_views_shared",
            )
        ]
