"""The commands, one thin file each; the only place that wires rooms together."""
