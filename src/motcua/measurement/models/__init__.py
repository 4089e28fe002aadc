"""What measurement keeps: rows of the database, the spool of facts, the lake of Parquet files."""

from motcua.measurement.models.sites import SiteRow
from motcua.measurement.models.targets import TargetRow

__all__ = ["SiteRow", "TargetRow"]
