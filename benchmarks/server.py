"""A throwaway PostgreSQL server for benchmarks, as the tests of the store start one for themselves.

In: nothing but an installed PostgreSQL. Out: the URL of an empty database, gone with its data afterwards.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# What a small server of one's own is commonly given; the rest is PostgreSQL's default.
SETTINGS = "-c shared_buffers=512MB -c work_mem=32MB -c max_wal_size=8GB -c synchronous_commit=off -c fsync=off"


def find_binaries() -> Path | None:
    """The folder with initdb and pg_ctl; None where PostgreSQL is not installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: folder.parent.name, reverse=True)
    on_path = shutil.which("initdb")
    folders = (*versions, *([Path(on_path).resolve().parent] if on_path else []))
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def run(*words: str) -> None:
    """Run a program as the user `postgres` where we are root, as initdb refuses root."""
    owner: dict[str, Any] = {}
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        owner = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, timeout=120, cwd="/", **owner)


@contextmanager
def start_server() -> Iterator[str]:
    """A running server's empty database, as a URL."""
    binaries = find_binaries()
    if binaries is None:
        raise SystemExit("PostgreSQL is not installed: apt-get install postgresql, or --backend sqlite")
    folder = Path(tempfile.mkdtemp(prefix="dragoman-bench-"))
    try:
        if os.geteuid() == 0:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        data, pg_ctl = str(folder / "data"), str(binaries / "pg_ctl")
        run(
            str(binaries / "initdb"),
            "-D",
            data,
            "-U",
            "dragoman",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        )
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {SETTINGS}"
        run(pg_ctl, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://dragoman@127.0.0.1:{port}/postgres"
        finally:
            run(pg_ctl, "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
