"""Lint the corpus: `python corpus/lint.py [FILES...] [--against FOLDER]`, without files the folder that holds this.

Prints the checks, what the corpus holds and needs, and every fault with file and line; exit 1 where there is a fault.
"""

import argparse
import sys
from pathlib import Path

from dragoman.train.lint import files_of, lines_of, lint


def main() -> int:
    """Print the report; 1 where it has a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="annotated/*.txt or pairs/*.jsonl")
    parser.add_argument("--against", type=Path, help="a folder of yardstick texts that no passage may repeat")
    given = parser.parse_args()
    files = given.files or files_of(Path(__file__).parent)
    report = lint(files, whole=not given.files, against=given.against)
    print(*lines_of(report), sep="\n")
    return int(bool(report.faults))


if __name__ == "__main__":
    sys.exit(main())
