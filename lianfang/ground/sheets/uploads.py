"""Files handed in stay in memory, no larger than they may be: Django's own way leaves them in a temporary file in clear, of any size."""
from functools import wraps

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from .limits import MAX_BYTES

BEYOND = 4  # times what is kept: so much is heard to the end, that the form may say what is wrong


class Bounded(MemoryFileUploadHandler):
    """All files of a request in memory; past the limit the request is refused as a whole."""

    most, heard = MAX_BYTES, MAX_BYTES

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        """Whatever its size says."""
        self.activated, self.taken = True, 0

    def receive_data_chunk(self, raw_data, start):
        """A piece of a file: kept up to the limit, heard a little beyond."""
        self.taken += len(raw_data)
        if self.taken > self.heard:
            raise RequestDataTooBig("more than any file here may have")
        return super().receive_data_chunk(raw_data, start) if self.taken <= self.most else None


class BoundedPhoto(Bounded):
    """The same for a photo; of a larger one the size is told, and nothing kept."""

    most, heard = settings.PHOTO_BYTES, BEYOND * settings.PHOTO_BYTES


def takes_photo(view):
    """Let a view take a photo: the form's token is looked at once the upload is told where to stay."""
    looked_at = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def taking(request, *args, **kwargs):
        request.upload_handlers = [BoundedPhoto(request)]
        return looked_at(request, *args, **kwargs)

    return taking
