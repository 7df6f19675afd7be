"""`cli`: runs the command line within the process, with its own standard streams; `dragoman` runs it as a program."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli import main

TREATY = (
    "ACCRA: Ghana signed a defence agreement with Benin on Tuesday, the foreign ministry in Accra said.\n\n"
    "Ghana's Foreign Minister Kwame Addo met Benin's President Rose Houngbo in Cotonou on Wednesday. "
    "“We will open the border before winter,” Addo said.\n"
)
WEATHER = "The rain stopped in the afternoon. The farmers looked at the sky and went home to their families.\n"
FRENCH = (
    "Les ministres des deux pays se sont rencontrés hier à Dakar pour parler de la pêche et du commerce. "
    "Ils ont signé un accord qui doit encore être approuvé par les parlements.\n"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run left: its status and both streams."""

    status: int
    out: str
    err: str

    def lines(self) -> list[Any]:
        """The objects on the lines of standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


class Stdin(io.TextIOWrapper):
    """Standard input that holds bytes."""


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Answer]:
    """Run `dragoman` with these words in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*words: object, stdin: bytes = b"") -> Answer:
        streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["dragoman", *map(str, words)])
            patch.setattr(sys, "stdin", Stdin(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            with pytest.raises(SystemExit) as left:
                main()
        told = [stream.buffer.getvalue().decode("utf-8") for stream in streams]  # type: ignore[attr-defined]
        return Answer(int(left.value.code or 0), *told)

    return run


@pytest.fixture
def program() -> str:
    """The installed program beside this Python."""
    found = Path(sys.executable).with_name("dragoman")
    assert found.exists(), "Install the package into the environment of the tests: pip install -e ."
    return str(found)


@pytest.fixture
def dragoman(program: str, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the installed program in an empty folder."""

    def run(*words: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [program, *map(str, words)], cwd=tmp_path, capture_output=True, timeout=120, check=False, **options
        )

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small page with an agreement, a meeting, a claim and two states."""
    path = tmp_path / "treaty.txt"
    path.write_text(TREATY, encoding="utf-8")
    return path
