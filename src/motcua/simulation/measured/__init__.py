"""Visits and dossiers of a synthetic nation, as its portals would tell them to a monitor.

`country` says who is there: the provinces and their communes, the ministries, what each offers.
`plan` says how much happens on each day at each of them, `happenings` what goes wrong where.
`visits` draws what is done on pages, `lives` what becomes of dossiers, a slab of days and tops at
a time, so that memory does not grow with the number; `stream` goes through the days. Chance is of
whole numbers only, with a counter of its own for each day and top (`chance`): the same seed gives
the same figures on every machine, however the days are cut.

There are two doors: `stream` gives Arrow tables in the columns of the lake, `wire` the requests
that real feeders would send. `feeder` tells dossiers as today's feeders do, with all their traps.
"""
