"""What changes measurement's stores, one verb a function."""

from motcua.measurement.actions.answering import (
    AnswerRefused,
    tell_cause,
    tell_ease,
    tell_failure,
)
from motcua.measurement.actions.collecting import Intake, SpoolFailed, Taken, collect, tidy
from motcua.measurement.actions.compacting import (
    Compacted,
    compact,
    declare_metrics,
    declare_supply,
    put_rollup,
    write_facts,
)
from motcua.measurement.actions.published import load_published
from motcua.measurement.actions.salts import day_salt, destroy_salts, pepper
from motcua.measurement.actions.sites import (
    close_site,
    import_sites,
    publish_sites,
    register_own_site,
    register_site,
    register_sites,
)
from motcua.measurement.actions.targets import (
    TargetRefused,
    Wanted,
    may_set,
    set_target,
    withdraw_target,
)

__all__ = [
    "AnswerRefused",
    "Compacted",
    "Intake",
    "SpoolFailed",
    "Taken",
    "TargetRefused",
    "Wanted",
    "close_site",
    "collect",
    "compact",
    "day_salt",
    "declare_metrics",
    "declare_supply",
    "destroy_salts",
    "import_sites",
    "load_published",
    "may_set",
    "pepper",
    "publish_sites",
    "put_rollup",
    "register_own_site",
    "register_site",
    "register_sites",
    "set_target",
    "tell_cause",
    "tell_ease",
    "tell_failure",
    "tidy",
    "withdraw_target",
    "write_facts",
]
