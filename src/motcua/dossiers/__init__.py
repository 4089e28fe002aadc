"""Casework: a dossier from draft to returned result.

A draft is the applicant's own paper: saved at every field, resumed on any device, seen by nobody
else. Submitting it checks the whole form, gives it a code, fixes the version of the procedure it is
settled under, and starts the clock of intake. From then on only moves change it (`actions.perform`,
`actions.supplement`): the workflow decides, the row follows, forms are issued, the journal tells.
Lateness is computed from the deadline and never stops anything.
"""
