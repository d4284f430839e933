"""Why a bead: what decided it against the best other choice, in a translator's words."""
