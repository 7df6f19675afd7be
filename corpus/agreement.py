"""Agreement of the second reading: `python corpus/agreement.py` prints Cohen's kappa by type, and what readers parted
on.

In: `second/readings.jsonl`, one marked pair a line with the label of its writer and that of a second reader who saw
neither the label nor the writer. Out: figures for the data card. """

import collections
import json
import sys
from pathlib import Path


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Cohen's kappa of two readers' labels."""
    n = len(pairs)
    seen = sum(a == b for a, b in pairs) / n
    first, second = (collections.Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(first[label] * second[label] for label in first) / n**2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


def main() -> None:
    """Print the table."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "second" / "readings.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    print(f"{len(rows)} pairs read twice")
    for field in ("type", "cameo", "realis", "attributed"):
        known = [
            (str(r["first"][field]), str(r["second"][field]))
            for r in rows
            if r["first"][field] is not None or field == "type"
        ]
        same = sum(a == b for a, b in known) / len(known)
        print(f"{field:10} agreement {same:.3f}  kappa {kappa(known):.3f}  n {len(known)}")
    types = sorted({str(r["first"]["type"]) for r in rows})
    for kind in types:
        pairs = [(str(str(r["first"]["type"]) == kind), str(str(r["second"]["type"]) == kind)) for r in rows]
        print(f"  {kind:10} kappa {kappa(pairs):.3f}  n {sum(a == 'True' for a, _ in pairs)}")
    parted = collections.Counter(
        (str(r["first"]["type"]), str(r["second"]["type"])) for r in rows if r["first"]["type"] != r["second"]["type"]
    )
    print("parted most on", ", ".join(f"{a}/{b} {n}" for (a, b), n in parted.most_common(14)))


if __name__ == "__main__":
    main()
