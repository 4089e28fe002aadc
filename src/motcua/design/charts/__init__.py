"""Where things of a chart lie: values in, places on a ground of 100 × 100 out.

The macros of `design/charts.html` draw what is made here. Places are percents, so that a drawing
is as wide as its page while its letters keep their size. Words come in written already.
"""

from motcua.design.charts.around import Radar, Spoke, radar
from motcua.design.charts.scales import Classes, Step, classes, ticks
from motcua.design.charts.times import Dot, Drawn, Line, Plot, Point, Spark, plot, spark

__all__ = [
    "Classes",
    "Dot",
    "Drawn",
    "Line",
    "Plot",
    "Point",
    "Radar",
    "Spark",
    "Spoke",
    "Step",
    "classes",
    "plot",
    "radar",
    "spark",
    "ticks",
]
