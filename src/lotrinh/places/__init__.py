"""Territory: places with lifespans, the changes of the map, and the way from map to map."""

from lotrinh.places.carry import Carried, carry
from lotrinh.places.country import COUNTRY_FOLDER, Country, Point, load_country
from lotrinh.places.crosswalk import Crosswalk, Share, crosswalk
from lotrinh.places.gazetteer import Gazetteer
from lotrinh.places.load import load_hierarchies, load_places
from lotrinh.places.place import Change, Place
from lotrinh.places.tree import Hierarchy, Membership, Tree, tree_on
from lotrinh.places.weights import Basis, Weight, Weights

__all__ = [
    "COUNTRY_FOLDER",
    "Basis",
    "Carried",
    "Change",
    "Country",
    "Crosswalk",
    "Gazetteer",
    "Hierarchy",
    "Membership",
    "Place",
    "Point",
    "Share",
    "Tree",
    "Weight",
    "Weights",
    "carry",
    "crosswalk",
    "load_country",
    "load_hierarchies",
    "load_places",
    "tree_on",
]
