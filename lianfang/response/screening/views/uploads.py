"""Uploaded rosters stay in memory until they are sealed: Django's own way would leave the larger ones in clear in a temporary file."""
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload

from lianfang.ground.sheets.limits import MAX_BYTES


class InMemory(MemoryFileUploadHandler):
    """Every file in memory, up to the size a roster may have."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        """Whatever its size says."""
        self.activated, self.taken = True, 0

    def receive_data_chunk(self, raw_data, start):
        """A piece of a file; far beyond what may be read, the rest is refused."""
        self.taken += len(raw_data)
        if self.taken > 2 * MAX_BYTES:
            raise StopUpload(connection_reset=True)
        return super().receive_data_chunk(raw_data, start)
