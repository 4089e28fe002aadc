"""Steps and clocks of an internal process as data, and the rules that move a dossier along.

Pure: values in, values out. Where a dossier stands is a `Position` (state and step). What may be
done next is asked of one table (`rules/states.py`) and of the procedure's own steps
(`workflow.yaml`). Three questions are kept apart: may they do it (their functions), can it be done
now (state, step, guards over facts), and by when (clocks, `rules/clocks.py`). Being late is a
property of a clock, never a state, and refuses nothing.
"""
