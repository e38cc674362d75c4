"""A plain HTTP client on 127.0.0.1: one page at a time with its time, or many connections at once."""
import asyncio
import time
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Load:
    """What many connections came to: seconds in all, milliseconds of each request, and answers that were not as hoped."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    @property
    def p99(self) -> float:
        """Milliseconds that one in a hundred exceeded."""
        found = sorted(self.times)
        return found[int(len(found) * 0.99)] if found else 0.0

    @property
    def p50(self) -> float:
        """The middle one."""
        return median(self.times) if self.times else 0.0


def request(path, cookies="", body=b"", host="127.0.0.1") -> bytes:
    """The bytes of a request: a GET, or a POST of a form."""
    head = [f"{'POST' if body else 'GET'} {path} HTTP/1.1", f"Host: {host}"]
    head += [f"Cookie: {cookies}"] if cookies else []
    head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"] if body else []
    return "\r\n".join([*head, "", ""]).encode() + body


async def answer(reader) -> tuple[int, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    status, length = int(head[9:12]), 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = int(line[15:])
    if b"transfer-encoding: chunked" in head.lower():
        return status, await _chunks(reader)
    return status, await reader.readexactly(length) if length else b""


async def _chunks(reader):
    found = b""
    while size := int((await reader.readline()).strip(), 16):
        found += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return found


def drive(port, requests, connections, seconds, hoped=(302,)) -> Load:
    """Send requests (an iterator of bytes) over so many connections until they run out or time is up."""
    return asyncio.run(_drive(port, iter(requests), connections, seconds, hoped))


async def _drive(port, requests, connections, seconds, hoped):
    load, end = Load(), time.monotonic() + seconds

    async def one():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            while time.monotonic() < end and (raw := next(requests, None)) is not None:
                begun = time.perf_counter()
                writer.write(raw)
                status, content = await answer(reader)
                load.times.append((time.perf_counter() - begun) * 1000)
                if status not in hoped:
                    load.wrong.append(f"{status} {content[:300]!r}")
        finally:
            writer.close()

    begun = time.monotonic()
    await asyncio.gather(*(one() for _ in range(connections)))
    load.seconds = time.monotonic() - begun
    return load


def page(port, path, cookies, times=15, warm=6) -> float:
    """The middle of so many readings of a page, in milliseconds; the first few, one for each worker at least, do not count."""
    load = drive(port, [request(path, cookies)] * (times + warm), 1, 60, hoped=(200,))
    if load.wrong:
        raise RuntimeError(f"{path}: {load.wrong[0]}")
    return median(load.times[warm:])
