"""Examples under a command's help."""

_AS_IT_STANDS = "\b\n"  # click's mark for lines that are not to be filled


def examples(*lines: str) -> str:
    """The end of a help text, one command on each line."""
    return _AS_IT_STANDS + "\n".join(["Examples:", *(f"  {line}" for line in lines)])
