"""The catalogue of procedures and the published, frozen versions under which dossiers are filed."""
