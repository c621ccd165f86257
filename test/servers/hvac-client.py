"""Answers one request a line with Debian's python3-hvac: {"do": …, …} in, {"ok": …} or {"status": …, "errors": […]} out."""

import json
import sys

import hvac

STATUS = {
    "InvalidRequest": 400,
    "Unauthorized": 401,
    "Forbidden": 403,
    "InvalidPath": 404,
    "InternalServerError": 500,
    "VaultNotInitialized": 501,
    "VaultDown": 503,
    "UnexpectedError": 405,
}


def perform(client, request):
    kv = client.secrets.kv.v2
    mount = request.get("mount")
    path = request.get("path")
    what = request["do"]
    if what == "token":
        client.token = request["token"]
        return None
    if what == "write":
        made = kv.create_or_update_secret(path, request["data"], cas=request.get("cas"), mount_point=mount)
        return made["data"]["version"]
    if what == "read":
        return kv.read_secret_version(path, version=request.get("version"), mount_point=mount)["data"]
    if what == "list":
        return kv.list_secrets(path, mount_point=mount)["data"]["keys"]
    if what == "metadata":
        return kv.read_secret_metadata(path, mount_point=mount)["data"]
    if what == "describe":
        # This version of the library knows no custom metadata; its own adapter sends the request.
        client.adapter.post("/v1/%s/metadata/%s" % (mount, path), json={"custom_metadata": request["custom"]})
        return None
    if what == "delete":
        kv.delete_secret_versions(path, request["versions"], mount_point=mount)
        return None
    if what == "undelete":
        kv.undelete_secret_versions(path, request["versions"], mount_point=mount)
        return None
    if what == "destroy":
        kv.destroy_secret_versions(path, request["versions"], mount_point=mount)
        return None
    if what == "remove":
        kv.delete_metadata_and_all_versions(path, mount_point=mount)
        return None
    if what == "whoAmI":
        return client.auth.token.lookup_self()["data"]
    if what == "capabilities":
        return client.sys.get_capabilities(request["paths"])["data"]
    if what == "loginUser":
        auth = client.auth.userpass.login(request["user"], request["password"], mount_point=mount, use_token=False)
        return auth["auth"]["client_token"]
    if what == "loginRole":
        auth = client.auth.approle.login(
            request["roleId"], secret_id=request["secretId"], mount_point=mount, use_token=False
        )
        return auth["auth"]["client_token"]
    if what == "unwrap":
        return client.sys.unwrap(request["token"])["data"]
    if what == "health":
        return client.sys.read_health_status(method="GET")
    raise ValueError(what)


def main():
    address, authority = sys.argv[1], sys.argv[2]
    client = hvac.Client(url=address, verify=authority or True)
    for line in sys.stdin:
        try:
            answer = {"ok": perform(client, json.loads(line))}
        except hvac.exceptions.VaultError as error:
            status = STATUS.get(type(error).__name__, 0)
            errors = error.errors if isinstance(error.errors, list) else []
            answer = {"status": status, "errors": errors}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
