"""A visit that walks itself through the real window, and keeps pictures of what it saw."""
