"""What processes cost: CPU time and memory of a process and all below it, read from /proc."""
import os
import threading
import time
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def family(pid) -> list[int]:
    """A process and its descendants that live now."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int(_after_name(folder)[1])
            except (OSError, IndexError):
                continue
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def _after_name(folder):
    """The fields behind the command's name, which may hold blanks itself."""
    return (folder / "stat").read_text().rpartition(")")[2].split()


def cpu_seconds(pids) -> float:
    """User and system time so far."""
    total = 0
    for pid in pids:
        try:
            fields = _after_name(Path(f"/proc/{pid}"))
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def megabytes(pids) -> float:
    """Memory of processes as one sum, a page they share counted once (proportional set size)."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


class Watch:
    """Looks at a family's memory each second; `most` is the largest sum seen."""

    def __init__(self, pid):
        self.pid, self.most, self._stop = pid, 0.0, threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self):
        while not self._stop.wait(1):
            self.most = max(self.most, megabytes(family(self.pid)))

    def stop(self) -> float:
        """The largest sum seen."""
        self._stop.set()
        return max(self.most, megabytes(family(self.pid)))


def stop(process, patience=20):
    """End a process that we started, and wait."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except Exception:
            process.kill()
            process.wait()


def until(is_true, patience, every=0.05):
    """Wait until something holds; seconds it took, or TimeoutError."""
    begun = time.monotonic()
    while not is_true():
        if time.monotonic() - begun > patience:
            raise TimeoutError(f"not within {patience} s")
        time.sleep(every)
    return time.monotonic() - begun
