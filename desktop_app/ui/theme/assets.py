"""Fonts and icons that ship with the program."""

from PySide6.QtCore import QByteArray, QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop_app.system.resources import resource

_LOADED = "bhuktaniFonts"
_FONT_FILES = (
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansDevanagari-SemiBold.ttf",
    "NotoSansDevanagari-Bold.ttf",
    "NotoSansMono-Regular.ttf",
)


class AssetMissing(RuntimeError):
    """A file that ships with the program is not there or cannot be read."""


def load_fonts() -> None:
    """Add the bundled fonts to the application; a second call does nothing.

    Raises AssetMissing if a font is missing, because the screen design does not hold without it.
    """
    application = QCoreApplication.instance()
    if application is None or application.property(_LOADED):
        return
    for name in _FONT_FILES:
        path = resource("fonts", name)
        if not path.is_file() or QFontDatabase.addApplicationFont(str(path)) < 0:
            raise AssetMissing(f"font {name} cannot be read")
    application.setProperty(_LOADED, True)


def icon_pixmap(name: str, colour: str, size: int, device_pixel_ratio: float = 1.0) -> QPixmap:
    """Icon `name` in one colour, `size` logical pixels square.

    Drawn once and kept in Qt's own pixmap cache, which is bounded and ends with the application.
    Raises AssetMissing for an unknown name.
    """
    key = f"icon/{name}/{colour}/{size}/{device_pixel_ratio:.3f}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    path = resource("icons", f"{name}.svg")
    if not path.is_file():
        raise AssetMissing(f"icon {name} does not exist")
    drawing = path.read_bytes().replace(b"currentColor", colour.encode("ascii"))
    pixels = max(1, round(size * device_pixel_ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(device_pixel_ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, colour: str, size: int, device_pixel_ratio: float = 1.0) -> QIcon:
    """`icon_pixmap` as a QIcon, for menus and actions."""
    return QIcon(icon_pixmap(name, colour, size, device_pixel_ratio))


def app_icon() -> QIcon:
    """The program's own icon in all sizes that the operating system asks for."""
    found = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        found.addFile(str(resource("icons", "app", f"bhuktani-{size}.png")))
    return found
