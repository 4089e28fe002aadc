"""Forms: questions as data.

A form is pages of fields, written in YAML by someone who knows the law. `rules.load` reads one and
refuses it with file and line; `rules.check` turns what somebody typed into an `AnswerSet` or into
sentences that say what to mend. Conditions are CEL, run here and in the browser on one translation
of the same expression; the answer given here always wins. Everything else (JSON Schema, printed
layout, export columns, what the browser needs) is derived from the form.

Plain Python: no Django, no rows, no clock."""
