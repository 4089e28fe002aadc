"""One file an indicator: its card, and one Ibis expression that runs on DuckDB and on Spark."""
