"""Peers of the terminal as real servers, each able to fail in every way that a test asks for."""
