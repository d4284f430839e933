"""Learning the weights of the search from aligned texts."""
