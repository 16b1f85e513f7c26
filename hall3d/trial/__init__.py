"""Trying each driver on the actual hall, in processes that may fail, and choosing one."""
