"""Tests that several reliefs share. Each adds its steps to an argument, with the subdivision its caller names."""
