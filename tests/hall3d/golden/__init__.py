"""Pictures that the hall is to look like; `python -m tests.hall3d.golden` makes them anew."""
