"""What measurement keeps: rows of the database, the spool of facts, the lake of Parquet files."""
