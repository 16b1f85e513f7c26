"""What the terminal offers, and what becomes of an application."""
