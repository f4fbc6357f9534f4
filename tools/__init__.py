"""What the Makefile calls. Standard library only (but for `import_contracts`): set-up runs before anything is installed."""
