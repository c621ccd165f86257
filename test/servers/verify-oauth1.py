"""Verifies signed requests with oauthlib, independently of our code: a JSON list in, a list of verdicts out."""

import json
import sys

from oauthlib.oauth1 import RequestValidator, SignatureOnlyEndpoint


class OneClient(RequestValidator):
    client_key_length = (1, 100)
    nonce_length = (1, 64)
    allowed_signature_methods = ("HMAC-SHA1", "HMAC-SHA256")
    dummy_client = "dummy"
    dummy_secret = "dummy"

    def __init__(self, client_key, client_secret):
        super().__init__()
        self.client_key = client_key
        self.client_secret = client_secret

    def check_client_key(self, client_key):
        # Servers choose the length and alphabet of their keys.
        return bool(client_key)

    def validate_client_key(self, client_key, request):
        return client_key == self.client_key

    def get_client_secret(self, client_key, request):
        return self.client_secret

    def validate_timestamp_and_nonce(self, *args, **kwargs):
        return True


def verdict(asked):
    endpoint = SignatureOnlyEndpoint(OneClient(asked["clientId"], asked["secret"]))
    valid, _ = endpoint.validate_request(
        asked["url"], http_method=asked["method"], headers={"Authorization": asked["authorization"]}
    )
    return bool(valid)


json.dump([verdict(asked) for asked in json.load(sys.stdin)], sys.stdout)
