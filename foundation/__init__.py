"""What several of Atrium's processes share: paths, messages, frames, child processes, secrets."""
