"""What changes measurement's stores, one verb a function."""

from motcua.measurement.actions.collecting import Intake, SpoolFailed, Taken, collect, tidy
from motcua.measurement.actions.compacting import (
    Compacted,
    compact,
    declare_metrics,
    declare_supply,
    put_rollup,
    write_facts,
)
from motcua.measurement.actions.salts import day_salt, destroy_salts, pepper
from motcua.measurement.actions.sites import (
    close_site,
    publish_sites,
    register_site,
    register_sites,
)

__all__ = [
    "Compacted",
    "Intake",
    "SpoolFailed",
    "Taken",
    "close_site",
    "collect",
    "compact",
    "day_salt",
    "declare_metrics",
    "declare_supply",
    "destroy_salts",
    "pepper",
    "publish_sites",
    "put_rollup",
    "register_site",
    "register_sites",
    "tidy",
    "write_facts",
]
