"""Steps and clocks of an internal process as data, and the rules that move a dossier along.

Pure: values in, values out."""
