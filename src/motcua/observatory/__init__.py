"""The observatory: published figures that people would rather look at than read.

Public pages ask nobody who they are. Each chart is drawn on the server, has its table beside it,
its data as CSV and Parquet, and an address that stays. Internal pages stand at the desk.
"""
