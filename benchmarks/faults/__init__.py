"""Nothing lost and nothing twice while processes die, networks fail, disks fill, clocks jump."""
