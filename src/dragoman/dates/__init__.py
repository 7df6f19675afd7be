"""Dates: phrases of a text become Whens, periods and deadlines with their days and precision."""

from .find import find_dates, find_deadlines, find_periods
from .stage import stage

__all__ = ["find_dates", "find_deadlines", "find_periods", "stage"]
