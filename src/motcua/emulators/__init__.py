"""Stand-ins for systems that nobody can ship. They speak the wire and import nothing of ours."""
