"""Is a living person there, or a picture of one."""
