"""A gamepad: what the kernel tells of it, and what a hand on it asks for."""
