"""Makes the kept pictures anew; look at each before it is committed."""

from PIL import Image

from tests.hall3d.golden.views import drawn, path

for view, picture in drawn().items():
    Image.fromarray(picture).save(path(view), optimize=True)
    print(path(view))
