"""What can draw the hall: Panda3D's own software rasteriser, or OpenGL where there is a GPU."""

from dataclasses import dataclass
from functools import cache

from panda3d.core import FrameBufferProperties, GraphicsPipe, GraphicsPipeSelection

_SETTINGS = """
window-type offscreen
audio-library-name null
sync-video 0
texture-anisotropic-degree 1
notify-level-device fatal
"""


class CannotDraw(RuntimeError):
    """This machine has not what a driver needs; the text says what."""


@dataclass(frozen=True)
class Driver:
    """One way to draw. A process draws by one driver only: Panda3D's settings are its own.

    `on_gpu`: the processor's clock does not show what a frame costs.
    """

    name: str
    pipe: str
    library: str
    settings: str
    samples: int
    on_gpu: bool

    @property
    def panda_settings(self) -> str:
        """Lines for Panda3D's configuration."""
        return _SETTINGS + self.settings

    @property
    def wanted(self) -> FrameBufferProperties:
        """What a picture needs for each pixel."""
        wanted = FrameBufferProperties()
        if not self.on_gpu:
            wanted.set_rgb_color(True)
            wanted.set_depth_bits(1)
            return wanted
        wanted.set_rgba_bits(8, 8, 8, 8)
        wanted.set_depth_bits(24)
        wanted.set_multisamples(self.samples)
        return wanted

    def open(self) -> GraphicsPipe:
        """The way to the driver; it asks no X server. Raises CannotDraw."""
        return _pipe(self.pipe, self.library)


TINY = Driver(
    name="tiny",
    pipe="TinyOffscreenGraphicsPipe",
    library="p3tinydisplay",
    settings="textures-power-2 up\nnotify-level-display error\n",
    samples=0,
    on_gpu=False,
)
GL = Driver(
    name="gl",
    pipe="eglGraphicsPipe",
    library="p3headlessgl",
    # where there is no display EGL says so before it takes a device
    settings="textures-power-2 none\nnotify-level-display fatal\n",
    samples=4,
    on_gpu=True,
)
DRIVERS = {one.name: one for one in (TINY, GL)}


@cache
def _pipe(kind: str, library: str) -> GraphicsPipe:
    pipe = GraphicsPipeSelection.get_global_ptr().make_pipe(kind, library)
    if pipe is None or not pipe.is_valid():
        raise CannotDraw(f"Panda3D's {library} cannot draw here")
    return pipe
