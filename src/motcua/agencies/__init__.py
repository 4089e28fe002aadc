"""The tree of agencies, with their codes, territory, units, calendars and working hours."""
