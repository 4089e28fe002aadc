"""Measurement: how much digital service is supplied and used, from pages and from dossiers.

1. Facts come in by any of five ways (`rules/wire`: Matomo's API, the government tracker, dossier
   events, access logs, our own journal) and are checked, cleaned of persons and spooled.
2. Compaction writes them to Parquet, one partition a day and agency, and keeps daily roll-ups
   (`models/lake`); pages read roll-ups only.
3. Indicators (`indicators/`, one file each) are a card and one Ibis expression over roll-ups, the
   same on DuckDB and on Spark, counted two ways: as feeders report it and as it is.

It knows nothing of our casework and measures any portal that sends it facts.
"""
