"""Access logs of web servers, read by columns: a block of lines in, page views as arrays out.

A block is scanned once by its bytes (`combined`) or line by line (`jsonl`); what is dear (agents,
paths, visitors) is judged once for each distinct value (`pages`, `judging`).
"""
