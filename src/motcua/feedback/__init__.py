"""What people say of the service: petitions that must be answered in time, and ratings.

A petition (phản ánh, kiến nghị) can be sent by anybody, with or without an account. It has a code
to follow it by, an agency that must answer, and ten working days. A rating belongs to one dossier
and is given once, by the person whose dossier it is; whoever is not satisfied says why, from the
closed list of causes and in their own words.
"""
