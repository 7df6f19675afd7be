"""Tables read back by what users load them with, as rows of texts: pandas, Polars, DuckDB."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Row = dict[str, str]
Reader = Callable[..., list[Row]]


def read_pandas(path: Path, *, sep: str = ",", names: tuple[str, ...] | None = None) -> list[Row]:
    import pandas

    head = {"header": None, "names": list(names)} if names else {}
    frame = pandas.read_csv(path, sep=sep, dtype=str, keep_default_na=False, **head)  # type: ignore[call-overload]
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def read_polars(path: Path, *, sep: str = ",", names: tuple[str, ...] | None = None) -> list[Row]:
    import polars

    frame = polars.read_csv(path, separator=sep, infer_schema=False, has_header=names is None)
    columns = names or tuple(frame.columns)
    return [{name: cell or "" for name, cell in zip(columns, row, strict=True)} for row in frame.iter_rows()]


def read_duckdb(path: Path, *, sep: str = ",", names: tuple[str, ...] | None = None) -> list[Row]:
    import duckdb

    options: dict[str, Any] = {"header": names is None, "all_varchar": True, "delimiter": sep, "quotechar": '"'}
    options |= {"escapechar": '"', "names": list(names)} if names else {"escapechar": '"'}
    found = duckdb.read_csv(str(path), **options)
    return [
        {name: "" if cell is None else cell for name, cell in zip(found.columns, row, strict=True)}
        for row in found.fetchall()
    ]


READERS: dict[str, Reader] = {"pandas": read_pandas, "polars": read_polars, "duckdb": read_duckdb}
