"""Address: where a record lies, as a user writes it.

In: a file path or an SQLAlchemy URL of SQLite or PostgreSQL. Out: a URL with the driver that dragoman uses, and its
place in words without any password. Refuses other databases, broken URLs, and files that cannot be there.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from ..errors import StoreError

# What may stand before the ":" of a URL, and the driver that serves it.
DRIVERS = MappingProxyType(
    {
        "sqlite": "sqlite+pysqlite",
        "sqlite+pysqlite": "sqlite+pysqlite",
        "postgres": "postgresql+psycopg",
        "postgresql": "postgresql+psycopg",
        "postgresql+psycopg": "postgresql+psycopg",
    }
)
FORMS = "a file path (dragoman.db), sqlite:///FILE or postgresql://USER:PASSWORD@HOST:PORT/DATABASE"


def parse_address(address: str | Path) -> URL:
    """The URL for a file path or a URL."""
    written = str(address)
    if not written or "\x00" in written:
        raise StoreError(f"{written!r} names no database. Give {FORMS}.")
    if isinstance(address, Path) or "://" not in written:
        return URL.create(DRIVERS["sqlite"], database=_expand_home(written))
    # Only the head of the URL is shown in errors: what follows may hold a password.
    head = written.partition("://")[0]
    if head not in DRIVERS:
        raise StoreError(f"No database of the kind {head!r} can hold a record. Give {FORMS}.")
    try:
        url = make_url(written)
    except (ArgumentError, ValueError):
        raise StoreError(f"The database URL that begins with {head}:// cannot be read. Give {FORMS}.") from None
    return url.set(drivername=DRIVERS[head])


def describe_place(url: URL) -> str:
    """The database in words for messages: the file, or the server and its database, never a password."""
    if is_sqlite(url):
        return url.database or ":memory:"
    return url.set(query={}).render_as_string(hide_password=True)


def is_sqlite(url: URL) -> bool:
    """Whether the URL means SQLite."""
    return url.get_backend_name() == "sqlite"


def is_memory(url: URL) -> bool:
    """Whether the URL means an SQLite database that lives in memory only."""
    return is_sqlite(url) and url.database in (None, "", ":memory:")


def require_file(url: URL, *, create: bool) -> None:
    """Refuse an SQLite file that is not there (without `create`) or cannot be there."""
    if not is_sqlite(url) or is_memory(url) or "uri" in url.query:
        return
    file = Path(str(url.database))
    try:
        there, is_folder = file.exists(), file.is_dir()
        has_folder = file.absolute().parent.is_dir()
    except OSError as error:
        raise StoreError(f"The database {file} cannot be reached: {error.strerror}. Check the path.") from error
    if is_folder:
        raise StoreError(f"The database {file} is a folder. Give the path of a file, such as {file / 'dragoman.db'}.")
    if not has_folder:
        raise StoreError(f"The folder of the database {file} does not exist. Make it first, or give another path.")
    if not there and not create:
        raise StoreError(f"There is no database {file}. Check the path, or store coded articles there first.")


def _expand_home(written: str) -> str:
    try:
        return str(Path(written).expanduser())
    except RuntimeError as error:
        raise StoreError(f"The home folder in {written!r} is not known. Give the whole path.") from error
