"""A drive: everybody on one roster is found, isolated and tested in one go, with the clock running on each."""
