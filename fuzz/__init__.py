"""Fuzzing: what is promised of any input (`promises`), and a driver that looks for inputs that break it (`run`)."""
