"""What changes measurement's stores, one verb a function."""
