"""The few colours of signs: pine and brass like the hall, ink on paper, and the states."""

BRASS, PINE, PINE_DEEP = "C79A45", "0B3B37", "0D1F1D"
INK, PAPER, QUIET = "14211F", "F6F2E8", "5A6562"
AMBER = "F2CF7E"
WHITE = "FFFFFF"
STATES = {"open": "5FC08A", "busy": "F0B445", "closed": "9AA3A0"}
"""A counter's state; each also has a shape and words of its own."""
