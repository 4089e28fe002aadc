"""What changes measurement's stores, one verb a function."""

from motcua.measurement.actions.sites import (
    close_site,
    publish_sites,
    register_site,
    register_sites,
)

__all__ = ["close_site", "publish_sites", "register_site", "register_sites"]
