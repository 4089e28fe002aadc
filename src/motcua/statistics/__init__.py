"""Statistics of settlement: how much came in, how it was kept to its time, how long it took.

Everything is counted from the dossiers themselves, month by month, into small cells: one for each
combination of place (the country, a province or ministry, an agency), service and channel, with
“all” as a value of each. Pages read cells only. A month is counted anew as a whole, so counting
twice changes nothing and no figure is ever typed in.
"""
