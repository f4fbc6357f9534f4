"""Breach mode: what was noticed, which matters it may reach, ending sessions, and who talks with whom."""
