"""The state machine: program, state, step, page, journal, debrief."""
