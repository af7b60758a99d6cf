"""One family of icons, drawn as strokes on a field of 24 units: crisp at 16 and 24 pixels, in the colour of the text.

A drawing is a line of commands as in an SVG path: ``M x y`` move, ``L x y`` line, ``C`` cubic curve, ``Z`` close, and
``O x y r`` a circle.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from ui import theme

DRAWINGS = {
    "due_list": "M 9 6 L 20 6 M 9 12 L 20 12 M 9 18 L 20 18 M 3 6 L 4.5 7.5 L 7 4.5 "
    "M 3 12 L 4.5 13.5 L 7 10.5 O 5 18 1.2",
    "data_entry": "M 4 4 L 20 4 L 20 20 L 4 20 Z M 4 9 L 20 9 M 4 14.5 L 20 14.5 M 10.5 4 L 10.5 20",
    "indicators": "M 4 20 L 20 20 M 6.5 20 L 6.5 13 M 11 20 L 11 9 M 15.5 20 L 15.5 11 M 4 6.5 L 9 4 L 14 6 L 20 3.5",
    "assessment": "M 12 3 L 14.5 8.5 L 20.5 9.2 L 16 13.2 L 17.3 19 L 12 16 L 6.7 19 L 8 13.2 L 3.5 9.2 L 9.5 8.5 Z",
    "plan_work": "M 5 5 L 19 5 L 19 21 L 5 21 Z M 9 3 L 15 3 L 15 7 L 9 7 Z M 8.5 14 L 11 16.5 L 15.5 11",
    "reports": "M 6 3 L 14.5 3 L 19 7.5 L 19 21 L 6 21 Z M 14.5 3 L 14.5 7.5 L 19 7.5 M 9 12 L 16 12 M 9 16 L 16 16",
    "settings": "M 4 7 L 20 7 M 4 12 L 20 12 M 4 17 L 20 17 O 9 7 2 O 15 12 2 O 8 17 2",
    "search": "O 10.5 10.5 6 M 15 15 L 20.5 20.5",
    "met": "M 4.5 12.5 L 10 18 L 19.5 6.5",
    "not_met": "M 6 6 L 18 18 M 18 6 L 6 18",
    "missing": "O 5 12 1.2 O 12 12 1.2 O 19 12 1.2",
    "no_denominator": "O 12 12 7.5 M 6.5 17.5 L 17.5 6.5",
    "not_station_level": "M 4 20 L 20 20 M 6 20 L 6 9 L 12 4 L 18 9 L 18 20 M 12 13 L 12 20",
    "not_applicable": "M 5 12 L 19 12",
    "not_due": "O 12 12 8 M 12 7 L 12 12 L 15.5 14.5",
    "undecided": "O 12 8 3.5 M 5 20 C 5 15 8 13.5 12 13.5 C 16 13.5 19 15 19 20",
    "warning": "M 12 4 L 21 19.5 L 3 19.5 Z M 12 9.5 L 12 14 O 12 16.8 0.6",
    "error": "O 12 12 8.5 M 12 7 L 12 13 O 12 16.2 0.6",
    "done": "O 12 12 8.5 M 8 12.5 L 11 15.5 L 16 9",
    "empty": "O 12 12 8.5",
    "partly": "O 12 12 8.5 M 12 3.5 L 12 20.5",
    "hidden": "M 4 12 C 7 6.5 17 6.5 20 12 C 17 17.5 7 17.5 4 12 Z M 5 19 L 19 5",
    "down": "M 6 9.5 L 12 15.5 L 18 9.5",
    "previous": "M 14.5 6 L 8.5 12 L 14.5 18",
    "next": "M 9.5 6 L 15.5 12 L 9.5 18",
    "lock": "M 6 11 L 18 11 L 18 20 L 6 20 Z M 8.5 11 L 8.5 8 C 8.5 3.5 15.5 3.5 15.5 8 L 15.5 11",
    "saving": "O 12 12 2.6",
    "calendar": "M 4 6 L 20 6 L 20 20 L 4 20 Z M 4 10.5 L 20 10.5 M 8.5 3.5 L 8.5 8 M 15.5 3.5 L 15.5 8",
    "station": "M 4 20 L 4 9.5 L 12 4 L 20 9.5 L 20 20 Z M 12 10 L 12 17 M 8.5 13.5 L 15.5 13.5",
}

VERDICT_COLOURS = {
    "met": "good",
    "not_met": "bad",
    "missing": "warn",
    "undecided": "pending",
    "error": "bad",
    "warning": "warn",
    "done": "good",
}


def path(name: str) -> QPainterPath:
    """The drawing as a path on the 24-unit field."""
    result = QPainterPath()
    words = iter(DRAWINGS[name].split())
    for word in words:
        if word == "M":
            result.moveTo(_point(words))
        elif word == "L":
            result.lineTo(_point(words))
        elif word == "C":
            result.cubicTo(_point(words), _point(words), _point(words))
        elif word == "O":
            centre, radius = _point(words), float(next(words))
            result.addEllipse(centre, radius, radius)
        else:
            result.closeSubpath()
    return result


def _point(words: object) -> QPointF:
    return QPointF(float(next(words)), float(next(words)))  # type: ignore[call-overload]


def draw(painter: QPainter, name: str, field: QRectF, colour: QColor) -> None:
    """Draw an icon into a square field."""
    side = min(field.width(), field.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(field.center() - QPointF(side / 2, side / 2))
    painter.scale(side / 24, side / 24)
    pen = QPen(colour, 2.0 if side < 20 else 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path(name))
    painter.restore()


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """The icon for 16 and 24 pixels, at one and two device pixels each."""
    result = QIcon()
    for side in (16, 24):
        for ratio in (1.0, 2.0):
            result.addPixmap(pixmap(name, side, ratio, colour))
    return result


def pixmap(name: str, side: int, ratio: float, colour: QColor | None = None) -> QPixmap:
    """One picture of an icon; drawn once, then kept by Qt."""
    shade = colour if colour is not None else theme.colour(VERDICT_COLOURS.get(name, "muted"))
    key, picture = f"{name} {side} {ratio} {shade.rgba()}", QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, QRectF(0, 0, side, side), shade)
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture


def put(painter: QPainter, name: str, corner: QPoint, side: int, colour: QColor) -> None:
    """Paint an icon onto the screen, its left upper corner at a whole point."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(corner, pixmap(name, side, ratio, colour))
