"""Simulated people and attackers before a simulated camera: how the active checks do.

Pictures of faces on simple surfaces. This is no presentation attack test: no real attack
instrument, light, lens or person is in it (docs/decisions/0012).
"""
