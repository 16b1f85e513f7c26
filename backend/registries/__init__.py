"""Base registries: what the departments already know, and who looked."""
