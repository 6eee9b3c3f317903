"""`python -m tests.faults --embedded 1000 --server 200 --seed 7`: run faults and print the table."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults import embedded, served
from tests.server import Settings, missing, new_server, stop_when_told


def main() -> int:
    """Run what was asked for; 1 where anything was lost, doubled or left unfinished."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    asked.add_argument("--embedded", type=int, default=1000, help="runs on SQLite files")
    asked.add_argument("--server", type=int, default=200, help="runs on a Neo4j server")
    asked.add_argument("--seed", type=int, default=int(time.time()), help="draws the moments; the clock's by default")
    args = asked.parse_args()
    stop_when_told()
    print(f"seed {args.seed}", flush=True)
    problems = []
    if args.embedded:
        table = embedded.run(args.embedded, args.seed)
        print(table, flush=True)
        problems += table.problems
    if args.server:
        if why := missing():
            print(f"no runs on a server: {why}", file=sys.stderr)
            return 1
        with tempfile.TemporaryDirectory() as home:
            server = new_server(Settings(Path(home), brief=True))
            server.start()
            try:
                table = served.run(server, args.server, args.seed)
            finally:
                server.stop()
        print(table)
        problems += table.problems
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
