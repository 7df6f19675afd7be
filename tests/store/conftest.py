"""One `store` fixture on two backends: SQLite in a file, PostgreSQL on a throwaway server of its own."""

from __future__ import annotations

import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from dragoman.store import Store, tables

PASSWORD = "let-me-in"
INSTALL = "install it (apt-get install postgresql) and psycopg (pip install 'psycopg[binary]')"


def find_binaries() -> Path | None:
    """The folder with initdb and pg_ctl, the newest version first; None where PostgreSQL is not installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: folder.parent.name, reverse=True)
    on_path = shutil.which("initdb")
    for folder in (*versions, *([Path(on_path).resolve().parent] if on_path else [])):
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    return None


def find_user() -> pwd.struct_passwd | None:
    """Who runs the server: the user `postgres` where the tests run as root (initdb refuses root), else nobody new."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


def run(user: pwd.struct_passwd, *words: str) -> None:
    as_user: dict[str, Any] = (
        {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    )
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, timeout=60, cwd="/", **as_user)


def find_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server for this run, as a URL without the database; its data is gone afterwards."""
    binaries, user = find_binaries(), find_user()
    if binaries is None or user is None or importlib.util.find_spec("psycopg") is None:
        pytest.skip(f"no PostgreSQL to test with: {INSTALL}")
    # Not below pytest's own folder, which another user may not enter.
    folder = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    try:
        secret = folder / "password"
        secret.write_text(PASSWORD)
        if os.geteuid() == 0:
            os.chown(folder, user.pw_uid, user.pw_gid)
            os.chown(secret, user.pw_uid, user.pw_gid)
        data, port = str(folder / "data"), find_port()
        initdb, pg_ctl = str(binaries / "initdb"), str(binaries / "pg_ctl")
        run(user, initdb, "-D", data, "-U", "dragoman", "-A", "scram-sha-256", f"--pwfile={secret}",
            "-E", "UTF8", "--locale=C", "--no-sync")  # fmt: skip
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        run(user, pg_ctl, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://dragoman:{PASSWORD}@127.0.0.1:{port}"
        finally:
            run(user, pg_ctl, "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgresql_url(server: str) -> Iterator[str]:
    """An empty PostgreSQL database."""
    import psycopg

    name = f"t_{secrets.token_hex(6)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        yield f"{server}/{name}"
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database on each backend."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
    return f"sqlite:///{tmp_path / 'record.db'}"


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the tables and nothing in them, to be copied."""
    file = tmp_path_factory.mktemp("model") / "record.db"
    Store.open(file).close()
    return file


@pytest.fixture(scope="session")
def postgresql_model(server: str) -> str:
    """A database with the tables, which each test leaves empty."""
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute("CREATE DATABASE model")
    Store.open(f"{server}/model").close()
    return f"{server}/model"


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An open store with nothing in it on each backend."""
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("sqlite_model"), tmp_path / "record.db")
        with Store.open(file, create=False, timeout=5) as opened:
            yield opened
        return
    address = str(request.getfixturevalue("postgresql_model"))
    with Store.open(address, create=False, timeout=5) as opened:
        yield opened
    with Store.open(address, create=False) as cleaner, cleaner._database.writing() as connection:
        left = (tables.happenings, tables.decisions, tables.imported_files, tables.ledger_lines)
        for table in (tables.articles, *left):
            connection.execute(delete(table))


@pytest.fixture
def tick(monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """A clock that goes on by a second at each look, from 2031-01-01 on."""
    seconds = count()

    def tell() -> str:
        return f"2031-01-01T00:00:{next(seconds):02}Z"

    monkeypatch.setattr("dragoman.store.save.tell_time", tell)
    return tell
