"""The ledger: what states agreed, promised and dispute, followed over time. Pure functions; knows no database."""

from .gather import Group, gather_groups
from .history import make_line
from .line import STATUSES, Entry, Line, Said, tell_due
from .report import LEDGER_VERSION, Report, Speaker
from .take import take_reports

__all__ = [
    "LEDGER_VERSION",
    "STATUSES",
    "Entry",
    "Group",
    "Line",
    "Report",
    "Said",
    "Speaker",
    "gather_groups",
    "make_line",
    "take_reports",
    "tell_due",
]
