"""``python -m tonelint``: the command line."""

from tonelint.cli import main

if __name__ == "__main__":
    main()
