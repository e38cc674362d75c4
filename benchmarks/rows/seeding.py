"""How long the county takes to be made."""


def measure(county) -> dict:
    """Seed it, by the command."""
    said = county.command("seed", "--size", county.size)
    county.open()
    return {"ours": {"seed": said["seconds"], "orders": said["orders"], "running": said["running"]}}
