"""The two writers of a paper: a filing PDF (Typst) and its editable twin (Word)."""
