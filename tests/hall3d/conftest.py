"""A hall baked once for every test that looks at one."""

from pathlib import Path

import pytest

from hall3d.renderer.prepare import prepare
from tests.hall3d.samples import departments


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that holds the hall of four departments."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATRIUM_CACHE", str(folder))
        prepare(departments(4))
    return folder
