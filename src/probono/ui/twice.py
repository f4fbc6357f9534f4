"""When the same thing told twice is one act: a form that was sent twice."""

import datetime as dt

SENT_TWICE = dt.timedelta(minutes=10)
"""Our own choice, and no rule of law: a double click, a reload and the back button come within seconds, a page that was left open
within minutes. What truly happens a second time can be told again soon after.
"""
