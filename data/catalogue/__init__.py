"""The catalogue: what data elements, indicators and plans mean; read from files, checked, compiled, loaded."""

from data.catalogue.content import Catalogue
from data.catalogue.loader import load_catalogue

__all__ = ["Catalogue", "load_catalogue"]
