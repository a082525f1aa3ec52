"""Territory: places with lifespans and the changes of the map."""

from lotrinh.places.load import load_places
from lotrinh.places.place import Change, Gazetteer, Place

__all__ = ["Change", "Gazetteer", "Place", "load_places"]
