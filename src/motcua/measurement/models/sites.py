"""Rows of sites: the portals that send facts."""

import uuid

from django.conf import settings
from django.db import models

from motcua.identity.rules.sealing import Keyring
from motcua.measurement.values.sites import Site


class SiteRow(models.Model):
    """A portal that sends facts; its secret rests sealed, bound to this row."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    number = models.PositiveIntegerField(unique=True)
    name = models.CharField(max_length=200)
    agency = models.CharField(max_length=35)
    hosts = models.JSONField(default=list)
    secret_sealed = models.BinaryField(default=bytes)
    limit = models.PositiveIntegerField()
    until = models.DateField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "measurement_site"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lt=1_000_000),
                name="measurement_site_number",
                violation_error_message="Số của cổng từ 1 đến 999.999.",
            )
        ]

    def tell(self, site: Site) -> None:
        """Take over what a site says of itself, but for its number."""
        self.name, self.agency, self.hosts = site.name, site.agency, list(site.hosts)
        self.limit, self.until = site.limit, site.until
        self.secret_sealed = _keyring().seal(site.secret, place=self._place) if site.secret else b""

    @property
    def site(self) -> Site:
        """Give it as everybody reads it."""
        sealed = bytes(self.secret_sealed)
        return Site(
            number=self.number,
            name=self.name,
            agency=self.agency,
            hosts=tuple(self.hosts),
            secret=_keyring().unseal(sealed, place=self._place) if sealed else "",
            limit=self.limit,
            until=self.until,
        )

    @property
    def _place(self) -> str:
        return f"SiteRow.secret:{self.key}"


def _keyring() -> Keyring:
    return Keyring.parse(settings.DATA_KEY)
