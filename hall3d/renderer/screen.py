"""An offscreen picture of a scene, by whichever driver the process draws with."""

import math

import numpy as np
from numpy.typing import NDArray
from panda3d.core import (
    Camera,
    GraphicsEngine,
    GraphicsOutput,
    GraphicsPipe,
    GraphicsStateGuardian,
    NodePath,
    RenderState,
    Texture,
    TransformState,
    WindowProperties,
    load_prc_file_data,
)

from hall3d.plan import Pose
from hall3d.renderer.drivers import TINY, CannotDraw, Driver
from hall3d.renderer.view import EYE, PITCH, field_of_view
from hall3d.scene.textures import LINED


class Screen:
    """A picture of fixed size; make another for another size."""

    _next = 0
    _graphics: GraphicsStateGuardian | None = None
    """Shared by all screens of a process: it holds the only copy of each texture."""

    def __init__(self, scene: NodePath, width: int, height: int, driver: Driver = TINY) -> None:
        """Raises CannotDraw where the driver finds nothing to draw with."""
        load_prc_file_data("", driver.panda_settings)
        self.scene = scene
        self.width, self.height = width, height
        self._engine = GraphicsEngine.get_global_ptr()
        Screen._next += 1
        size = WindowProperties.size(width, height)
        flags = GraphicsPipe.BF_refuse_window | GraphicsPipe.BF_fb_props_optional
        told = (driver.open(), f"hall{Screen._next}", 0, driver.wanted, size, flags)
        shared = () if Screen._graphics is None else (Screen._graphics,)
        self._output = self._engine.make_output(*told, *shared)
        if self._output is None:
            raise CannotDraw(f"{driver.library} makes no picture of {width} x {height} here")
        self._output.set_active(False)  # the engine would draw every screen there is
        Screen._graphics = self._output.get_gsg()
        self._picture = Texture("frame")
        self._output.add_render_texture(
            self._picture, GraphicsOutput.RTM_copy_ram, GraphicsOutput.RTP_color
        )
        self._output.set_clear_color((0.66, 0.64, 0.58, 1))
        self._camera = NodePath(Camera("camera"))
        self._camera.reparent_to(scene)
        self._region = self._output.make_display_region()
        self._region.set_camera(self._camera)
        lens = self._camera.node().get_lens()
        lens.set_near_far(0.25, 120.0)
        horizontal, vertical = field_of_view(width, height)
        self._film = (2 * math.tan(horizontal / 2), 2 * math.tan(vertical / 2))
        self.aim(1, 1, 0, 0)

    @property
    def drawn_by(self) -> str:
        """What draws, in its maker's words: name and version."""
        graphics = self._output.get_gsg()
        return f"{graphics.get_driver_renderer()} {graphics.get_driver_version()}".strip()

    def look(self, pose: Pose, pitch: float = PITCH, eye: float = EYE) -> None:
        """Stand at a pose."""
        self._camera.set_pos_hpr(pose.x, pose.y, eye, -pose.heading, pitch, 0)

    def render(self, scale: float = 1.0) -> NDArray[np.uint8]:
        """The picture, height x width x 4 bytes, top row first, as a view that the next render
        overwrites. scale: the share of width and height that is drawn, for quicker pictures."""
        wide, high = max(2, round(self.width * scale)), max(2, round(self.height * scale))
        self._region.set_dimensions(0, wide / self.width, 0, high / self.height)
        self._output.set_active(True)
        self._engine.render_frame()
        self._output.set_active(False)
        # without Panda's own main loop nobody else lets go of places once stood at, nor of pictures
        # that were taken down
        RenderState.garbage_collect()
        TransformState.garbage_collect()
        pixels = np.frombuffer(memoryview(self._picture.get_ram_image()), np.uint8)
        whole = pixels.reshape(self.height, self.width, 4)
        return whole[:high, :wide][::-1]

    def aim(self, columns: int, rows: int, column: int, row: int) -> None:
        """Look at one tile of a columns x rows raster over the view; row 0 is the top."""
        lens = self._camera.node().get_lens()
        wide, high = self._film
        lens.set_film_size(wide / columns, high / rows)
        lens.set_focal_length(1.0)
        lens.set_film_offset(
            wide * ((column + 0.5) / columns - 0.5), high * (0.5 - (row + 0.5) / rows)
        )

    def refine(self, on: bool) -> None:
        """Whether upright lines are drawn smoothly, which costs too much while moving."""
        level = Texture.QL_best if on else Texture.QL_default
        for texture in self.scene.find_all_textures(LINED):
            texture.set_quality_level(level)

    def close(self) -> None:
        """Give the picture's memory back."""
        self._engine.remove_window(self._output)
        self._camera.remove_node()
