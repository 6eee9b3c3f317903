"""`python -m graph.cli` is `communique`."""

from graph.cli.program import main

main()
