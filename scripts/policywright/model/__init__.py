"""The model: what editors write, as frozen types that know where each value stands."""
