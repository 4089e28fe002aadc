"""Auditing: a portal looked at whole, by one process or many, and never twice.

`audit` looks at one portal in this process; `audit_many` shares portals out to child processes,
each with a warm browser, and starts again where one hung or died.
"""

from motcua.evaluation.probes.auditing.many import NotDone, audit_many, folder_of
from motcua.evaluation.probes.auditing.one import NoAddress, address, audit
from motcua.evaluation.probes.auditing.storing import Busy
from motcua.evaluation.probes.auditing.telling import News, Tell, Told

__all__ = [
    "Busy",
    "News",
    "NoAddress",
    "NotDone",
    "Tell",
    "Told",
    "address",
    "audit",
    "audit_many",
    "folder_of",
]
