"""YAML files to a story, or to diagnostics with positions."""
