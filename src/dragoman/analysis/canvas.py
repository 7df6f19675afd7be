"""Canvas: figures as bytes, the same for the same data, and what their colours are.

In: a matplotlib Figure. Out: SVG or PNG. Refuses other formats. Nothing is shown, and no global state of matplotlib is
left changed.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from ..errors import AnalysisError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMATS = ("svg", "png")
# Eight inches of 100 dots are 800 pixels, where letters of ten points can be read; PNG has more, for paper and large
# screens.
WIDTH, HEIGHT = 8.0, 5.0
PNG_DOTS = 160
# The colours that Okabe and Ito (2008) chose so that nobody mixes them up: cooperation is blue, conflict orange, deeds
# are darker than words.
SKY, BLUE, AMBER, VERMILION = "#56B4E9", "#0072B2", "#E69F00", "#D55E00"
GREEN, PURPLE, YELLOW = "#009E73", "#CC79A7", "#F0E442"
INK, SOFT_INK, PALE = "#1A1A1A", "#595959", "#D9D9D9"
STYLE: Any = {
    # Letters stay letters: the file is small, can be searched and read out.
    "svg.fonttype": "none",
    # The names of parts are made from it; by default they differ with each run.
    "svg.hashsalt": "dragoman",
    "font.family": ["DejaVu Sans", "sans-serif"],
    "font.size": 10,
    "text.color": INK,
    "axes.edgecolor": SOFT_INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    # A dollar sign is a dollar sign.
    "text.parse_math": False,
}
# What stands before the root of an SVG, and its description of itself, do not belong inside a page.
_PROLOG = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
# The settings of matplotlib are of the whole process.
_LOCK = Lock()


def format_of(path: Path) -> str:
    """The format that the name of a file asks for. Raises AnalysisError on another one."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise AnalysisError(f"A plot cannot be written to {str(path)!r}. Give a name that ends in .svg or .png.")
    return ending


def draw(make: Any, form: str) -> bytes:
    """The figure that `make` fills, as SVG or PNG."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    stream = io.BytesIO()
    with _LOCK, matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, HEIGHT), layout="constrained")
        make(figure)
        if form == "svg":
            FigureCanvasSVG(figure).print_svg(stream, metadata={"Date": None, "Creator": "dragoman"})  # type: ignore[no-untyped-call]
        else:
            figure.set_dpi(PNG_DOTS)
            FigureCanvasAgg(figure).print_png(stream, metadata={"Software": "dragoman"})  # type: ignore[no-untyped-call]
    return stream.getvalue()


def inline(svg: bytes, label: str) -> str:
    """An SVG as a part of a page, with words for who cannot see it."""
    root = _METADATA.sub("", _PROLOG.sub("", svg.decode("utf-8"), count=1), count=1)
    return root.replace("<svg ", f'<svg role="img" aria-label={quoteattr(label)} ', 1)


def title(axes: Axes, text: str, under: str) -> None:
    """A heading in two lines over the left edge of a plot."""
    axes.set_title(text, loc="left", fontsize=12.5, fontweight="bold", pad=22)
    axes.annotate(
        under, (0, 1), xycoords="axes fraction", xytext=(0, 7), textcoords="offset points", fontsize=10, color=SOFT_INK
    )
