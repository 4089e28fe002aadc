"""The collector: takes facts from portals over HTTP, without the database, in its own processes.

`answers` reads a request and says what to answer, the same for every door; `app` is the door of
the collector's own processes (RSGI), `motcua.observatory.views.collecting` that of the portal.
"""
