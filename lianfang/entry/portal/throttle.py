"""What tries at the portal's doors count under: the code everywhere, and the address; how long one waits stands in a table."""
from lianfang.ground.accounts.proofs import tries
from lianfang.ground.accounts.proofs.address import client_address
from lianfang.ground.documents.codes import signs_of


def code_key(code) -> str:
    """The key of a code, however it was typed."""
    return tries.key("code", signs_of(code))


def keys(request, code) -> dict[str, str]:
    """All keys of a try, each with its kind."""
    return {code_key(code): "code", tries.key("code_address", client_address(request)): "code_address"}


def entry_keys(request) -> dict[str, str]:
    """Under what every declaration counts: the address alone."""
    return {tries.key("entry", client_address(request)): "entry"}
