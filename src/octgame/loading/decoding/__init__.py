"""Trees to things: the fields of every kind, declared one by one."""
