"""What is told of itself: people hear about their dossiers and petitions, officers of work."""

from motcua.notifications.subscribers import appointments, officers, people, petitions, talk
from motcua.notifications.subscribers.people import tell_helped, way_of

__all__ = ["appointments", "officers", "people", "petitions", "talk", "tell_helped", "way_of"]
