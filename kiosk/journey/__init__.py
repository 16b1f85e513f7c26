"""A visit as a state machine: no Qt, no network, no clock of its own."""
