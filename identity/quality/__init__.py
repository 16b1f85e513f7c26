"""Is a picture of a face good enough, and if not, what should the person do (domain)."""
