"""The command line. Commands are thin: they read, call the package and print; data on standard output, the rest on
standard error; exit status 0 on success, 1 where the work failed, 2 on a usage error."""

from .app import main

__all__ = ["main"]
