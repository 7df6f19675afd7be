"""Failures: what a database says went wrong, as a StoreError that says what, where and what to do.

In: an exception of SQLAlchemy, of a driver or of Alembic. Out: a StoreError. Never shows a password or the text of
an article.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ..errors import StoreError


@dataclass(frozen=True, slots=True)
class Failure:
    """What a driver says (in small letters), what that means and what to do; the first that fits is taken."""

    words: str
    meaning: str
    remedy: str


FAILURES = (
    Failure(
        "readonly database",
        "is read-only",
        "Make the file and its folder writable for you, or copy the file and use the copy.",
    ),
    Failure(
        "database is locked",
        "is in use by another program",
        "Wait until that program is done, or end it, and try again.",
    ),
    Failure(
        "unable to open database file",
        "cannot be opened",
        "Check that the file's folder exists and that you may read and write both.",
    ),
    Failure("file is not a database", "is not an SQLite database", "Give another path; the file was left as it is."),
    Failure("malformed", "is damaged", "Restore the file from a backup."),
    Failure("disk is full", "has no room left", "Free some space and try again; nothing was changed."),
    Failure("no space left", "has no room left", "Free some space and try again; nothing was changed."),
    Failure("disk i/o error", "cannot be read or written", "Check the disk, and restore the file if it is damaged."),
    Failure("authentication failed", "refuses the user or the password", "Check both in the URL."),
    Failure(
        "no password supplied", "wants a password", "Write it in the URL: postgresql://USER:PASSWORD@HOST/DATABASE."
    ),
    Failure("lock timeout", "is in use by another program", "Wait until that program is done and try again."),
    Failure("permission denied", "does not let this user do that", "Grant the user its rights, or use another user."),
    Failure("read-only transaction", "is read-only", "Connect to a server that takes writes."),
    Failure("connection refused", "does not answer", "Check host and port, and that the server runs."),
    Failure("timeout expired", "does not answer", "Check host and port, and that the server runs."),
    Failure("could not translate host name", "is not found", "Check the host in the URL."),
    Failure("failed to resolve host", "is not found", "Check the host in the URL."),
)


@contextmanager
def explain_failures(place: str) -> Iterator[None]:
    """Raise what the database says within the block as a StoreError about `place`."""
    try:
        yield
    except ImportError as error:
        raise StoreError(
            f"The driver of the database {place} cannot be loaded: {error}. "
            "Install it: pip install 'dragoman[postgresql]'."
        ) from error
    except json.JSONDecodeError as error:
        raise StoreError(
            f"The database {place} is damaged: a stored value is no JSON ({error}). Restore it from a backup, "
            "or code its articles anew."
        ) from error
    except (SQLAlchemyError, sqlite3.Error, CommandError) as error:
        raise StoreError(describe_failure(error, place=place)) from error


def describe_failure(error: Exception, *, place: str) -> str:
    """The message for one exception: a known failure, else the first line of what the driver says."""
    said = str(error.orig if isinstance(error, DBAPIError) and error.orig is not None else error)
    for failure in FAILURES:
        if failure.words in said.lower():
            return f"The database {place} {failure.meaning}. {failure.remedy}"
    first = said.strip().splitlines()[0] if said.strip() else type(error).__name__
    return f"The database {place} failed: {first} Check the database and try again."
