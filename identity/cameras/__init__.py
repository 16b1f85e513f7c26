"""Where pictures come from: webcams, recordings, network cameras, a demonstration."""
