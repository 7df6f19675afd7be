"""Lint annotated passages: `python corpus/lint.py FILE...` prints faults and a tally; exit 1 where there is a fault."""

import collections
import sys
from pathlib import Path

from dragoman.train.lint import lint_files
from dragoman.train.markup import Passage, read_passages

paths = [Path(name) for name in sys.argv[1:]]
faults = list(lint_files(paths))
print(*faults, sep="\n")
passages = [p for path in paths for p in read_passages(path.read_text(encoding="utf-8")) if isinstance(p, Passage)]
events = [event for passage in passages for event in passage.events]
print(f"{len(passages)} passages ({sum(not p.events for p in passages)} without an event), {len(events)} events, {len(faults)} faults")
print("types", dict(collections.Counter(event.type for event in events).most_common()))
print("realis", dict(collections.Counter(event.realis for event in events).most_common()), "attributed", sum(bool(p.of("S", e.number)) for p in passages for e in p.events))
print("codes", dict(sorted(collections.Counter(event.cameo for event in events).items())))
sys.exit(bool(faults))
