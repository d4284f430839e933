"""The search by clauses: close, inside what the search by sentences leaves open."""
