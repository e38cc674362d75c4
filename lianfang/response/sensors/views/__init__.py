"""Sensors on screen: the doors they are at, the devices themselves, what somebody looks at; and the address they speak to."""
