"""What people see and touch: the terminal's application and the `atrium` command."""

__version__ = "0.1.0"
