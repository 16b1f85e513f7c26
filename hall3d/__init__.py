"""The hall: laid out from the departments, baked, and shown by a process of its own."""
