"""What procedures are made of, as frozen values; import the others from their modules."""

from motcua.procedures.values.services import Channel, FeeLine, ServiceVersion

__all__ = ["Channel", "FeeLine", "ServiceVersion"]
