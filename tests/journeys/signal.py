"""The air between phones and the server: a relay that can be cut, lose answers after they were given, or be a stranger's network."""
import http.client
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STRANGE = "<html><body>请登录无线网络</body></html>".encode()
KEPT_BACK = {"connection", "transfer-encoding", "keep-alive"}


class Signal:
    """One relay with an address of its own; `state` is on, off, portal, or lose (the server answers, the phone never hears)."""

    def __init__(self, port, double=None):
        self.port, self.double, self.state, self.passed, self.lost = port, double, "on", [], 0
        self.loses = lambda method, path: method != "GET"
        self.relay = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Relay,), {"signal": self}))
        self.relay.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.relay.server_address[1]}"
        threading.Thread(target=self.relay.serve_forever, daemon=True).start()

    def close(self):
        """No more."""
        self.relay.shutdown()
        self.relay.server_close()


class Relay(BaseHTTPRequestHandler):
    """Passes on what the signal lets through."""

    signal: Signal
    protocol_version = "HTTP/1.1"

    def pass_on(self):
        """One request there and its answer back."""
        signal, length = self.signal, int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else None
        self.close_connection = True
        if signal.state == "off":
            return
        if signal.state == "portal":
            self.answer(200, {"Content-Type": "text/html"}, STRANGE)
            return
        answer = signal.double and signal.double(self.command, self.path, dict(self.headers), body)
        try:
            status, headers, content = answer or self.asked(body)
        except OSError:
            return  # the server is away
        signal.passed.append((self.command, self.path, status))
        if signal.state == "lose" and signal.loses(self.command, self.path):
            signal.lost += 1
            return
        self.answer(status, headers, content)

    do_GET = do_POST = do_PUT = do_HEAD = pass_on

    def asked(self, body):
        """The server's own answer."""
        there = http.client.HTTPConnection("127.0.0.1", self.signal.port, timeout=60)
        try:
            there.request(self.command, self.path, body, dict(self.headers))
            got = there.getresponse()
            return got.status, got.getheaders(), got.read()
        finally:
            there.close()

    def answer(self, status, headers, content):
        """Back to the phone; who has gone has gone."""
        try:
            self.send_response_only(status)
            for name, value in headers.items() if isinstance(headers, dict) else headers:
                if name.lower() not in KEPT_BACK | {"content-length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)
        except OSError:
            pass

    def log_message(self, *_):
        """Silence."""
