"""What the identity process is told when it starts."""

from pathlib import Path

from kiosk.settings.model import Settings


def identity_arguments(settings: Settings, models: Path | None = None) -> list[str]:
    """Its command line; models: a folder in place of the setting's."""
    folder = models or (Path(settings.models_folder) if settings.models_folder else None)
    arguments = ["--models", str(folder.resolve())] if folder else []
    arguments += ["--engine", settings.engine]
    if settings.candidate_search:
        arguments.append("--candidate-search")
    if settings.search_server:
        arguments += ["--search", settings.search_server, "--district", settings.district]
    return arguments
