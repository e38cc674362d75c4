"""The big screen of the command room: figures of whole towns, no names, steered from a keyboard, a remote control or a phone."""
