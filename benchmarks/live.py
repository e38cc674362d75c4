"""Two hundred people with a meeting's live page open, while facts arrive fifty a second: how long answers take, how old the page gets."""
import asyncio
import re
import time

from benchmarks import client

PEOPLE, EVERY, FACTS, NEWS = 200, 5.0, 50, 7.0  # seconds between one's questions; facts a second; seconds between changes of the agenda
SEEN = re.compile(rb"live/\?seen=(\d+)")


def watched(county, meeting, officer, requests) -> dict:
    """Milliseconds that one answer in twenty exceeded, and seconds after which nineteen of twenty had seen a change."""
    seconds = 15 if county.is_quick else 60
    room = _Room(county.serve().port, f"/meetings/{meeting.pk}/live/", county.cookies["officer"], meeting.version, seconds)
    asyncio.run(room.run(iter(requests), lambda n: _changed(meeting, officer, n)))
    if room.wrong:
        raise RuntimeError(f"{len(room.wrong)} of {len(room.times)}: {room.wrong[0]}")
    return {"live_p95": _most(room.times), "live_fresh": _most(room.ages), "live_facts": room.facts / seconds}


def _most(found) -> float:
    """What nineteen of twenty do not exceed."""
    return sorted(found)[int(len(found) * .95)]


def _changed(meeting, officer, n) -> int:
    """An item more on the agenda; the version it gives the meeting."""
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now
    from lianfang.overview.meetings import actions

    with everything():
        actions.add_item(meeting=meeting, words=f"临时议题{n}", by=officer, at=now())
        meeting.refresh_from_db()
    return meeting.version


class _Room:
    def __init__(self, port, path, cookies, version, seconds):
        self.port, self.path, self.cookies, self.version = port, path, cookies, version
        self.until, self.seconds = 0.0, seconds
        self.times, self.ages, self.wrong, self.facts, self.changed = [], [], [], 0, {version: 0.0}

    async def run(self, requests, change):
        self.until = time.monotonic() + self.seconds
        people = [self._person(n * EVERY / PEOPLE) for n in range(PEOPLE)]
        await asyncio.gather(*people, *(self._fact(requests, n / FACTS) for n in range(FACTS)), self._news(change))

    async def _person(self, begins):
        seen = self.version
        await asyncio.sleep(begins)
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        while (begun := time.monotonic()) < self.until:
            status, content = await self._asked(reader, writer, client.request(f"{self.path}?seen={seen}", self.cookies))
            self.times.append((time.monotonic() - begun) * 1000)
            if status == 200:
                came = int(SEEN.search(content)[1])
                self.ages += [time.monotonic() - at for version, at in self.changed.items() if seen < version <= came]
                seen = came
            elif status != 204:
                self.wrong.append(f"{status} {content[:200]!r}")
            await asyncio.sleep(max(0, begun + EVERY - time.monotonic()))
        writer.close()

    async def _fact(self, requests, begins):
        """One of those who record: a fact a second."""
        await asyncio.sleep(begins)
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        while (begun := time.monotonic()) < self.until and (raw := next(requests, None)) is not None:
            status, content = await self._asked(reader, writer, raw)
            if status not in (302, 204):
                self.wrong.append(f"{status} {content[:200]!r}")
            self.facts += 1
            await asyncio.sleep(max(0, begun + 1 - time.monotonic()))
        writer.close()

    async def _news(self, change):
        for n in range(int((self.seconds - EVERY - 1) // NEWS)):
            await asyncio.sleep(NEWS)
            version = await asyncio.to_thread(change, n)
            self.changed[version] = time.monotonic()

    async def _asked(self, reader, writer, raw):
        writer.write(raw)
        return await client.answer(reader)
