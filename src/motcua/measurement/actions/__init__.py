"""What changes measurement's stores, one verb a function."""

from motcua.measurement.actions.collecting import Intake, SpoolFailed, Taken, collect, tidy
from motcua.measurement.actions.salts import day_salt, destroy_salts, pepper
from motcua.measurement.actions.sites import (
    close_site,
    publish_sites,
    register_site,
    register_sites,
)

__all__ = [
    "Intake",
    "SpoolFailed",
    "Taken",
    "close_site",
    "collect",
    "day_salt",
    "destroy_salts",
    "pepper",
    "publish_sites",
    "register_site",
    "register_sites",
    "tidy",
]
