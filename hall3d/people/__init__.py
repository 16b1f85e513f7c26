"""The people of the hall: a guide, clerks and other visitors, built, dressed, lit and moved."""
