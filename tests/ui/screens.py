"""Screens kept as text, so that a change of one is read in a diff."""

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class ScreenText(SingleFileSnapshotExtension):
    """One text file per screen."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT
