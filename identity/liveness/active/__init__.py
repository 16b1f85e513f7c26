"""Asking a person to move, and reading whether they did: no models, no cv2 (domain)."""
