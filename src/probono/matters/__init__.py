"""Our file on one client's request: record, findings, facts, packet."""
