"""The hall: a plan laid out from the departments, its baked scene, and the process that shows it."""
