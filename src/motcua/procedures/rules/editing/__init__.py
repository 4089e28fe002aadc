"""Editing a version as trees: reading and writing its files, changing them, finding its faults."""
