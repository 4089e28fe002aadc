"""A synthetic nation, at any scale, always the same from one seed.

People with Vietnamese names and possible numbers ask for the published services in the communes of
34 provinces, by the rhythm of the week, the day and Tết; officers settle what they ask, mostly in
time. Nobody in it exists: every dossier says where it comes from (`origin`), and no telephone
number or e-mail address can reach anybody.
"""
