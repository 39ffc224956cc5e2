"""The shop's logo: a picture of the owner's choice, made small and safe before it is kept.

What is kept is a PNG of our own making in shades of grey, so that a receipt never decodes what a
stranger has made. Nothing here needs a screen; call it on a worker.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from desktop_app.printing.blocks import Picture
from desktop_app.system.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

MOST_BYTES = 4_000_000
MOST_SIDE = 5000
"""Pixels of a side: a picture of both at most takes 100 MB while it is read."""

_KEPT = QSize(480, 200)
_LEAST_SIDE = 8
_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))


class LogoProblem(StrEnum):
    """Why a picture cannot be the logo; ``ui/`` has the sentences."""

    NOT_READ = "not_read"
    TOO_LARGE = "too_large"
    NO_PICTURE = "no_picture"
    NOT_KEPT = "not_kept"


class LogoError(Exception):
    """A picture cannot be the logo; the one before stays."""

    def __init__(self, problem: LogoProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def keep_logo(source: Path, target: Path) -> None:
    """Copy a picture as the shop's logo, made small. Raises ``LogoError``: all is as it was."""
    try:
        with source.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise LogoError(LogoProblem.NOT_READ) from error
    png = make_logo(data)
    try:
        write_whole(target, png)
    except OSError as error:
        raise LogoError(LogoProblem.NOT_KEPT) from error


def remove_logo(target: Path) -> None:
    """Print no logo from now on. Raises ``LogoError``."""
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        raise LogoError(LogoProblem.NOT_KEPT) from error


def load_logo(path: Path) -> Picture | None:
    """The logo that is kept; None where there is none, or what is there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        image = _decoded(data)
    except FileNotFoundError:
        return None
    except (OSError, LogoError) as error:
        log.warning("the logo is left out: %s", error)
        return None
    return Picture(_png(image), image.width(), image.height())


def make_logo(data: bytes) -> bytes:
    """A small PNG in shades of grey on white of a PNG or JPEG. Raises ``LogoError``."""
    return _png(_decoded(data))


def _decoded(data: bytes) -> QImage:
    if len(data) > MOST_BYTES:
        raise LogoError(LogoProblem.TOO_LARGE)
    kind = next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)
    if kind is None:
        raise LogoError(LogoProblem.NO_PICTURE)
    # Only the reader of this kind: what calls itself a PNG is never tried as anything else.
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or min(size.width(), size.height()) < _LEAST_SIDE:
        raise LogoError(LogoProblem.NO_PICTURE)
    if max(size.width(), size.height()) > MOST_SIDE:
        raise LogoError(LogoProblem.TOO_LARGE)
    image = reader.read()
    if image.isNull():
        raise LogoError(LogoProblem.NO_PICTURE)
    if image.width() > _KEPT.width() or image.height() > _KEPT.height():
        image = image.scaled(
            _KEPT, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return _on_white(image)


def _on_white(image: QImage) -> QImage:
    """What shines through is white, as the paper is."""
    white = QImage(image.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    return white.convertToFormat(QImage.Format.Format_Grayscale8)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise LogoError(LogoProblem.NO_PICTURE)
    return bytes(buffer.data().data())
