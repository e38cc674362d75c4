"""A small OpenID Connect issuer over real HTTP on this machine: it signs real tokens, and lies when told to."""
import hashlib
import json
import time
from base64 import urlsafe_b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "lianfang", "a-secret-of-the-client"
KEY, OTHER_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _n in range(2))


class Issuer:
    """What it says next: the subject, claims put over the usual ones, the key it signs with, and which answers it breaks."""

    def __init__(self):
        self.subject, self.claims, self.key, self.algorithm, self.broken = "s-1", {}, KEY, "RS256", {}
        self.codes, self.asked = {}, []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._answering())
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def config(self):
        return {"issuer": self.url, "authorization_endpoint": f"{self.url}/authorize", "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/jwks", "token_endpoint_auth_methods_supported": ["client_secret_post"]}

    def authorize(self, asked):
        """Whoever asks is signed in at once; a code for the token, and back."""
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, posted):
        """The token of a code, once, to the client that knows its secret and the question's verifier."""
        asked = self.codes.pop(posted.get("code"), None)
        digest = hashlib.sha256(posted.get("code_verifier", "").encode()).digest()
        if not asked or posted["client_secret"] != SECRET or asked["code_challenge"] != urlsafe_b64encode(digest).rstrip(b"=").decode():
            return None
        now = int(time.time())
        usual = {"iss": self.url, "aud": CLIENT, "sub": self.subject, "iat": now, "exp": now + 300, "nonce": asked["nonce"],
                 "name": "某人", "email": "someone@example.org"}
        said = {name: value for name, value in (usual | self.claims).items() if value is not None}
        signed = jwt.encode(said, self.key, algorithm=self.algorithm, headers={"kid": "one"})
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}

    def jwks(self):
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [{**key, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def _answering(issuer):
        class Answering(BaseHTTPRequestHandler):
            def do_GET(self):
                path, asked = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
                issuer.asked.append((path, asked))
                if path == "/authorize":
                    self.send_response(302)
                    self.send_header("Location", issuer.authorize(asked))
                    self.end_headers()
                    return
                self._say(path, {"/.well-known/openid-configuration": issuer.config, "/jwks": issuer.jwks}[path]())

            def do_POST(self):
                posted = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self._say("/token", issuer.token({name: values[0] for name, values in posted.items()}))

            def _say(self, path, content):
                status, body = issuer.broken.get(path, (200 if content else 400, json.dumps(content)))
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_said):
                pass

        return Answering
