"""Figures as tables for files: what may be asked for, and the columns that come."""
