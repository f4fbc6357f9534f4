"""The fictional docket: invented people, their RAP sheets in the California layout, and the facts of their matters.

Nobody here exists. Every sheet says FICTIONAL, and every identifier is of a series that is never issued (CII A99...).
"""
