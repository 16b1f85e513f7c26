"""A gamepad, from the kernel's bytes to a walk."""
