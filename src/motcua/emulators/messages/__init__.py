"""A stand-in for the gateways of SMS and of Zalo (ZNS)."""

from motcua.emulators.messages.server import Emulator, serve

__all__ = ["Emulator", "serve"]
