"""The composition root: processes, journey and screens, wired together."""
