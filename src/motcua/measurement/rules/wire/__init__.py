"""What comes in over the wire, read into facts: one module a dialect, refusals with a reason.

`matomo` reads Matomo's Tracking HTTP API (single, form and bulk), `script` the government
tracker's shape and our own script, `mcdt` the national dossier event as it is sent today, `strict`
our own signed one. Each gives a fact, or a `Refusal` that names the field and the reason; none
raises for anything a client can send. The rules in words: docs/reference/collector.md.
"""

from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.refusals import Reason, Refusal, refuse

__all__ = ["Heard", "Reason", "Refusal", "Sites", "Tally", "refuse"]
