"""`python -m motcua.cli` is the `motcua` command."""

from motcua.cli import main

main()
