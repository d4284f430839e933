"""What is done with whole memories; each operation takes and gives a stream of units."""
