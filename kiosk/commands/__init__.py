"""The `atrium` command's subcommands, one module each; heavy imports wait until one is called."""
