"""The process that shows the hall: commands in, frames out."""
