"""How findings are written: as text for people, as JSON and SARIF for programs."""
