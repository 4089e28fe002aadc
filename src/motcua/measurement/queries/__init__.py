"""What is read of measurement: figures from roll-ups, never raw facts."""
