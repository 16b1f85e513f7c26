"""The networks this room uses: listed in assets/models.json, found by name and SHA-256."""

from identity.models.listing import Listed, Upstream, listed, model
from identity.models.search import find, models_folder, package_folder, packaged, search_folders

__all__ = [
    "Listed",
    "Upstream",
    "find",
    "listed",
    "model",
    "models_folder",
    "package_folder",
    "packaged",
    "search_folders",
]
