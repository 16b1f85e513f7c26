"""The people of the hall."""
