#!/usr/bin/env python3
"""A second verifier of Tamizdat releases, written from SPEC.md, run over the vectors beside it.

Needs Python 3.9 and `cryptography` (Debian: python3-cryptography).
Prints every case on which it disagrees and ends with 1, or prints how many it agrees on and ends with 0.
Numbers in comments are clauses of SPEC.md.
"""

import base64
import binascii
import hashlib
import json
import re
import sys
import unicodedata
from datetime import datetime, timezone
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MAX_INT = 2**53 - 1
ROLES = ("root", "targets", "snapshot", "timestamp")
MAX_BYTES = {  # 9.2
    "bundle": 65536,
    "root": 32768,
    "timestamp": 8192,
    "snapshot": 8192,
    "targets": 16384,
    "addresses": 8192,
    "release.json": 16384,
    "mirrors.json": 32768,
}
DAY = 86400


class Refused(Exception):
    """Its only argument is a code of section 9 or 10."""


def ensure(holds, code):
    if not holds:
        raise Refused(code)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# Section 3: canonical JSON


def canonical(value, depth=0):
    ensure(depth <= 16, "not-canonical")
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        ensure(0 <= value <= MAX_INT, "not-canonical")
        return str(value)
    if isinstance(value, str):
        ensure(all(ord(c) >= 0x20 and not 0xD800 <= ord(c) < 0xE000 for c in value), "not-canonical")
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    ensure(isinstance(value, dict), "not-canonical")
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(n, 0) + ":" + canonical(value[n], depth + 1) for n in names) + "}"


def encode(value):
    return canonical(value).encode()


def decode(data):
    try:
        text = data.decode("utf-8")
        value = json.loads(text)
        ensure(canonical(value) == text, "not-canonical")
        return value
    except (ValueError, RecursionError):
        raise Refused("not-canonical") from None


# Section 2: paths

DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE | re.ASCII)


def is_strict(path):
    if len(path) > 200 or unicodedata.normalize("NFC", path) != path:
        return False
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") or ord(c) > 0xFFFF for c in path):
        return False
    if any(c in '\\:*?"<>|#%' for c in path) or path.split("/")[0].lower() == "release":
        return False
    return all(is_strict_segment(segment) for segment in path.split("/"))


def is_strict_segment(segment):
    return (
        segment not in ("", ".", "..")
        and not segment.startswith(" ")
        and not segment.endswith((" ", "."))
        and not DEVICE.match(segment)
        and len(segment.encode()) <= 240
    )


def stand_together(paths):  # 2.6
    seen = {}
    for path in paths:
        parts = path.split("/")
        for count in range(1, len(parts) + 1):
            name, is_file = "/".join(parts[:count]), count == len(parts)
            known = seen.setdefault(name.lower(), (name, is_file, path))
            if known[2] != path and (known[0] != name or known[1] or is_file):
                return False
    return True


# Section 4: pieces


def piece_size(size):
    step = 8192
    while size > step * 1024:
        step *= 2
    return step


def count_pieces(size):
    return -(-size // piece_size(size)) if size > 8192 else 0


# Section 5: nodes

TYPE = re.compile(r"[a-z0-9.+-]+/[a-z0-9.+-]+(?:; charset=utf-8)?", re.ASCII)


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        ensure(self.at + count <= len(self.data), "bad-node")
        self.at += count
        return self.data[self.at - count : self.at]

    def varint(self):  # 5.3
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 127) << shift
            ensure(value <= 2**32 and shift < 35, "bad-node")
            if byte < 128:
                ensure(byte != 0 or shift == 0, "bad-node")
                return value
            shift += 7

    def keys(self):  # 5.4
        previous = None
        while True:
            shared, rest = self.varint(), None
            rest = self.take(self.varint())
            if previous is None:
                ensure(shared == 0, "bad-node")
                key = rest
            else:
                ensure(shared <= len(previous), "bad-node")
                key = previous[:shared] + rest
                ensure(key > previous, "bad-node")
                ensure(shared == len(previous) or rest[0] != previous[shared], "bad-node")
            previous = key
            try:
                text = key.decode("utf-8")
            except UnicodeDecodeError:
                raise Refused("bad-node") from None
            ensure(all(ord(c) <= 0xFFFF for c in text), "bad-node")
            yield text


def decode_node(data):
    ensure(len(data) <= 4096, "bad-node")
    reader = Reader(data)
    ensure(reader.take(1) == b"\x01", "bad-node")
    level = reader.take(1)[0]
    ensure(level <= 8, "bad-node")
    node = {"level": level, **(read_leaf(reader) if level == 0 else read_children(reader))}
    ensure(reader.at == len(data), "bad-node")
    return node


def read_children(reader):  # 5.6
    count, keys = reader.varint(), reader.keys()
    ensure(count > 0, "bad-node")
    return {"children": [(next(keys), reader.take(32).hex()) for _ in range(count)]}


def read_leaf(reader):  # 5.7
    types = []
    for _ in range(reader.varint()):
        name = reader.take(reader.varint())
        ensure(name.isascii() and len(name) <= 100 and TYPE.fullmatch(name.decode()), "bad-node")
        types.append(name.decode())
    blocks = [reader.take(32).hex() for _ in range(reader.varint())]
    files, keys, used = [], reader.keys(), 0
    for _ in range(reader.varint()):
        path, size, flags = next(keys), reader.varint(), reader.varint()
        number = flags // 2
        ensure(is_strict(path) and number < len(types) and number <= used, "bad-node")
        used = max(used, number + 1)
        files.append(
            {
                "path": path,
                "size": size,
                "type": types[number],
                "rebased": flags % 2 == 1,
                "hash": reader.take(32).hex(),
            }
        )
    ensure(used == len(types) == len(set(types)), "bad-node")
    pieces = sum(count_pieces(file["size"]) for file in files)
    ensure(len(blocks) == -(-pieces // 256), "bad-node")  # 5.9
    return {"files": files, "blocks": blocks}


# Section 9: the head

HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
BASE = re.compile(r"https?://(?:[a-z0-9._~-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?/(?:[A-Za-z0-9_.~:-]+/)*", re.ASCII)


def is_hash(value):
    return isinstance(value, str) and HASH.fullmatch(value) is not None


def is_base(value):  # 8.1
    return isinstance(value, str) and BASE.fullmatch(value) is not None


def is_count(value, least):
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def parse_time(value, code):  # 1.4
    ensure(isinstance(value, str), code)
    ensure(re.fullmatch(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}Z", value, re.ASCII), code)
    try:
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc).timestamp()
    except ValueError:
        raise Refused(code) from None


def parse_metadata(data, role):
    ensure(len(data) <= MAX_BYTES[role], "too-large")
    file, bad = decode(data), "bad-metadata"
    ensure(isinstance(file, dict) and isinstance(file.get("signed"), dict), bad)
    signed, signatures = file["signed"], file.get("signatures")
    ensure(isinstance(signatures, list), bad)
    for one in signatures:
        ensure(isinstance(one, dict) and isinstance(one.get("keyid"), str) and isinstance(one.get("sig"), str), bad)
    spec = signed.get("spec_version")
    kind = "targets" if role == "addresses" else role
    ensure(signed.get("_type") == kind and isinstance(spec, str) and spec.startswith("1."), bad)
    ensure(is_count(signed.get("version"), 1), bad)
    expires = parse_time(signed.get("expires"), bad)
    return {"role": role, "signed": signed, "signatures": signatures, "version": signed["version"], "expires": expires}


def parse_root(data):
    root, bad = parse_metadata(data, "root"), "bad-metadata"
    signed = root["signed"]
    keys, roles = signed.get("keys"), signed.get("roles")
    ensure(signed.get("consistent_snapshot") is True and isinstance(keys, dict) and isinstance(roles, dict), bad)
    root["keys"] = parse_keys(keys)
    root["roles"] = {name: parse_role(roles.get(name)) for name in ROLES}
    return root


def parse_keys(keys):  # 6.2
    known, bad = {}, "bad-metadata"
    for keyid, key in keys.items():
        ensure(isinstance(key, dict) and isinstance(key.get("keyval"), dict), bad)
        ensure(sha256(encode(key)) == keyid, bad)
        if key.get("keytype") == "ed25519" and key.get("scheme") == "ed25519":
            ensure(is_hash(key["keyval"].get("public")), bad)
            known[keyid] = key["keyval"]["public"]
    return known


def parse_role(role):
    bad = "bad-metadata"
    ensure(isinstance(role, dict) and is_count(role.get("threshold"), 1), bad)
    ids = role.get("keyids")
    ensure(isinstance(ids, list) and all(isinstance(keyid, str) for keyid in ids), bad)
    ensure(len(set(ids)) == len(ids), bad)
    return (set(ids), role["threshold"])


def parse_delegation(targets):  # 6.8
    bad, signed = "bad-metadata", targets["signed"]
    if "delegations" not in signed:
        return None
    left, named = signed["delegations"], signed.get("targets")
    ensure(isinstance(left, dict) and isinstance(named, dict) and isinstance(left.get("keys"), dict), bad)
    roles = left.get("roles")
    ensure(isinstance(roles, list) and len(roles) == 1 and isinstance(roles[0], dict), bad)
    ensure(roles[0].get("name") == "addresses" and roles[0].get("paths") == ["mirrors.json"], bad)
    ensure(isinstance(roles[0].get("terminating"), bool) and "mirrors.json" not in named, bad)
    return {"keys": parse_keys(left["keys"]), "roles": {"addresses": parse_role(roles[0])}}


def verify_signed(metadata, root):  # 9.4
    ids, threshold = root["roles"][metadata["role"]]
    message, signers = encode(metadata["signed"]), set()
    for one in metadata["signatures"]:
        key = root["keys"].get(one["keyid"]) if one["keyid"] in ids else None
        if key is None or not re.fullmatch(r"[0-9a-f]{128}", one["sig"], re.ASCII):
            continue
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(one["sig"]), message)
            signers.add(key)
        except (InvalidSignature, ValueError):
            pass
    ensure(len(signers) >= threshold, "threshold")


def claim(metadata, listing, name):  # 6.3
    bad, files = "bad-metadata", metadata["signed"].get(listing)
    ensure(isinstance(files, dict) and isinstance(files.get(name), dict), bad)
    one = files[name]
    ensure(isinstance(one.get("hashes"), dict) and is_hash(one["hashes"].get("sha256")), bad)
    ensure(is_count(one.get("length"), 0) and (listing == "targets" or is_count(one.get("version"), 1)), bad)
    return one


def verify_claimed(data, one):
    ensure(len(data) == one["length"] and sha256(data) == one["hashes"]["sha256"], "hash-mismatch")


def verify_below(data, role, one, root):
    ensure(len(data) <= MAX_BYTES[role], "too-large")
    verify_claimed(data, one)
    metadata = parse_metadata(data, role)
    verify_signed(metadata, root)
    ensure(metadata["version"] == one["version"], "version-mismatch")
    return metadata


def parse_release(data):  # 6.4
    file, bad = decode(data), "bad-release"
    ensure(isinstance(file, dict) and file.get("_type") == "tamizdat-release", bad)
    ensure(is_count(file.get("spec"), 1) and file["spec"] == 1 and is_count(file.get("number"), 1), bad)
    file["time"] = parse_time(file.get("clock"), bad)
    tree, limits, former, removed = (file.get(name) for name in ("tree", "limits", "former", "removed"))
    ensure(is_base(file.get("origin")) and isinstance(tree, dict) and is_hash(tree.get("root")), bad)
    ensure(is_count(tree.get("files"), 0) and is_count(tree.get("bytes"), 0), bad)
    ensure(isinstance(limits, dict) and is_count(limits.get("depth"), 1) and limits["depth"] <= 9, bad)
    ensure(is_count(limits.get("keep"), 0) and isinstance(former, list), bad)
    for one in former:
        ensure(isinstance(one, dict) and is_count(one.get("number"), 1) and is_hash(one.get("root")), bad)
    ensure("removed" in file, bad)
    if removed is not None:
        ensure(isinstance(removed, dict) and is_count(removed.get("number"), 1), bad)
        ensure(is_hash(removed.get("sha256")) and is_count(removed.get("size"), 0), bad)
    return file


def parse_mirrors(data):  # 6.5
    file, bad = decode(data), "bad-mirrors"
    ensure(isinstance(file, dict) and file.get("_type") == "tamizdat-mirrors", bad)
    ensure(is_count(file.get("spec"), 1) and file["spec"] == 1 and is_count(file.get("number"), 1), bad)
    mirrors = file.get("mirrors")
    ensure(isinstance(mirrors, list) and len(mirrors) <= 100, bad)
    for mirror in mirrors:
        ensure(isinstance(mirror, dict) and is_base(mirror.get("base")) and isinstance(mirror.get("name"), str), bad)
        ensure(1 <= len(mirror["name"].encode("utf-16-le")) // 2 <= 100, bad)
        languages = mirror.get("languages")
        ensure(isinstance(languages, list) and all(isinstance(one, str) for one in languages), bad)
        ensure(isinstance(mirror.get("worker"), bool), bad)
    ensure(len({mirror["base"] for mirror in mirrors}) == len(mirrors), bad)
    return file


def parse_bundle(data):  # section 7
    ensure(len(data) <= MAX_BYTES["bundle"], "too-large")
    bundle, bad = decode(data), "bad-bundle"
    ensure(isinstance(bundle, dict) and bundle.get("_type") == "tamizdat-bundle", bad)
    ensure(is_count(bundle.get("spec"), 1) and bundle["spec"] == 1, bad)
    ensure(isinstance(bundle.get("roots"), list) and len(bundle["roots"]) <= 3, bad)
    single = [bundle.get(name) for name in ("timestamp", "snapshot", "targets", "release")]
    ensure(all(isinstance(file, dict) for file in [*single, *bundle["roots"]]), bad)
    ensure("addresses" not in bundle or isinstance(bundle["addresses"], dict), bad)
    ensure("mirrors" in bundle and isinstance(bundle["mirrors"], (dict, type(None))), bad)
    ensure(isinstance(bundle.get("nodes"), list), bad)
    for node in bundle["nodes"]:
        try:
            data = base64.b64decode(node, validate=True)
            ensure(base64.b64encode(data).decode() == node and len(data) <= 4096, bad)
        except (binascii.Error, TypeError, ValueError):
            raise Refused(bad) from None
    return bundle


def verify_head(data, trust, now):
    bundle = parse_bundle(data)
    known = root = parse_root(encode(trust["root"]))
    for file in bundle["roots"]:  # 9.5
        following = parse_root(encode(file))
        if following["version"] <= root["version"]:
            continue
        ensure(following["version"] == root["version"] + 1, "root-gap")
        verify_signed(following, root)
        verify_signed(following, following)
        root = following
    trust = dict(trust)
    replaced = {role for role in ROLES if known["roles"][role] != root["roles"][role]}
    if replaced & {"timestamp", "snapshot"}:  # 9.6
        trust.update(timestamp=0, snapshot=0, targets=0, mirrors=0, addresses=0)
    if "targets" in replaced:
        trust.update(targets=0, release=0, mirrors=0)
    timestamp = parse_metadata(encode(bundle["timestamp"]), "timestamp")  # 9.7
    verify_signed(timestamp, root)
    one = claim(timestamp, "meta", "snapshot.json")
    ensure(timestamp["version"] >= trust["timestamp"] and one["version"] >= trust["snapshot"], "rollback")
    snapshot = verify_below(encode(bundle["snapshot"]), "snapshot", one, root)  # 9.8
    one = claim(snapshot, "meta", "targets.json")
    ensure(one["version"] >= trust["targets"], "rollback")
    targets = verify_below(encode(bundle["targets"]), "targets", one, root)  # 9.9
    left, lister, addresses = parse_delegation(targets), targets, []
    if left is not None:  # 9.16
        ensure("addresses" in bundle, "bad-bundle")
        one = claim(snapshot, "meta", "addresses.json")
        ensure(one["version"] >= trust["addresses"], "rollback")
        lister = verify_below(encode(bundle["addresses"]), "addresses", one, left)
        addresses = [lister]
        trust["addresses"] = lister["version"]
    parsed = {}
    for name, parse in (("release", parse_release), ("mirrors", parse_mirrors)):  # 9.10, 9.11
        if bundle[name] is None:
            continue
        data = encode(bundle[name])
        ensure(len(data) <= MAX_BYTES[name + ".json"], "too-large")
        verify_claimed(data, claim(lister if name == "mirrors" else targets, "targets", name + ".json"))
        parsed[name] = parse(data)
        ensure(parsed[name]["number"] >= trust[name], "rollback")
    roles = (root, targets, *addresses, snapshot, timestamp)
    return {
        "release": parsed["release"]["number"],
        "expired": [role["role"] for role in roles if role["expires"] <= now],  # 9.12
        "clockBehind": timestamp["expires"] - now > 8 * DAY or parsed["release"]["time"] - now > DAY,  # 9.13
        "trust": {
            "timestamp": timestamp["version"],
            "snapshot": snapshot["version"],
            "targets": targets["version"],
            "release": parsed["release"]["number"],
            "mirrors": parsed.get("mirrors", {"number": trust["mirrors"]})["number"],
            "addresses": trust["addresses"],
        },
    }


def follow(used, given, replaced):  # 9.15
    """Gives the list in use: its number, its length, and the number that is held."""
    if given is None:
        return used
    number, count = given
    if used is None or replaced:
        return number, count, 0
    in_use, length, held = used
    if number <= in_use:
        return used
    short = (count == 0 and length > 0) or count * 2 < length
    if not short or 0 < held < number:
        return number, count, 0
    return used if held else (in_use, length, number)


# Section 10: a file


def fetch_node(nodes, wanted):
    data = base64.b64decode(nodes.get(wanted, ""))
    ensure(sha256(data) == wanted, "node-mismatch")
    return data


def locate(path, root, depth, nodes):
    ensure(is_strict(path), "bad-path")
    wanted, level, low, high = root, depth - 1, "", None
    while True:
        node = decode_node(fetch_node(nodes, wanted))
        keys = [file["path"] for file in node["files"]] if "files" in node else [key for key, _ in node["children"]]
        ensure(node["level"] == level, "bad-node")
        ensure(not keys or (keys[0] >= low and (high is None or keys[-1] < high)), "bad-node")
        ensure("files" in node or keys[0] == low, "bad-node")
        if "files" in node:
            break
        below = [at for at, key in enumerate(keys) if key <= path]
        ensure(below, "not-in-tree")
        at = below[-1]
        low, high = keys[at], keys[at + 1] if at + 1 < len(keys) else high
        wanted, level = node["children"][at][1], level - 1
    before = 0
    for file in node["files"]:
        if file["path"] == path:
            return {**file, **describe_pieces(file["size"], before, node["blocks"], nodes)}
        before += count_pieces(file["size"])
    raise Refused("not-in-tree")


def describe_pieces(size, before, blocks, nodes):
    step, count, pieces = piece_size(size), count_pieces(size), []
    for number in range(count):
        block = fetch_node(nodes, blocks[(before + number) // 256])
        at = (before + number) % 256 * 32
        pieces.append({"offset": number * step, "size": min(step, size - number * step), "hash": block[at : at + 32].hex()})
    return {"pieces": count, "some": pieces[:2] + pieces[-1:]}


def verify_file(file, served, origin, base):  # 10.3, 8.3
    def is_genuine(data):
        return len(data) == file["size"] and sha256(data) == file["hash"]

    if is_genuine(served):
        return
    ensure(file["rebased"] and base is not None, "file-mismatch")
    ensure(is_genuine(served.replace(base.encode(), origin.encode())), "file-mismatch")


# The vectors


def attempt(check):
    try:
        return check()
    except Refused as refused:
        return {"error": refused.args[0]}


def run(case, kind, root, nodes):
    """Gives what this verifier says and what it should say."""
    if kind == "json":
        data = case["text"].encode("utf-8", "surrogatepass")
        return isinstance(attempt(lambda: [decode(data)]), list), case["canonical"]
    if kind == "paths" and "paths" in case:
        return stand_together(case["paths"]), case["together"]
    if kind == "paths":
        return is_strict(case["path"]), case["strict"]
    if kind == "heads":
        trust = {"root": root, "timestamp": 0, "snapshot": 0, "targets": 0, "release": 0, "mirrors": 0, "addresses": 0, **case["trust"]}
        data = (case["bundle"] + " " * case["spaces"]).encode()
        said, expected = attempt(lambda: verify_head(data, trust, parse_time(case["now"], "now"))), case["expect"]
        if "error" in said or "error" in expected:
            return said, expected
        numbers = {name: said["trust"][name] for name in expected.get("trust", {})}
        return {name: numbers if name == "trust" else said[name] for name in expected}, expected
    if kind == "lists":
        used, said = None, []
        for step in case["steps"]:
            given = None if step["number"] is None else (step["number"], step["mirrors"])
            used = follow(used, given, step["replaced"])
            said.append(list(used) if used else None)
        return said, case["expect"]
    if kind == "trees":
        held = {**nodes, **case["served"]}
        return attempt(lambda: locate(case["path"], case["root"], case["depth"], held)), case["expect"]
    served = base64.b64decode(case["served"])
    said = attempt(lambda: verify_file(case["file"], served, case["origin"], case["base"]))
    return said and said["error"], case["expect"]


def main():
    folder = Path(__file__).resolve().parent

    def load(name):
        return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))

    root, nodes, agreed, disagreed = load("root"), load("nodes"), 0, 0
    for kind in ("json", "paths", "heads", "lists", "trees", "files"):
        for case in load(kind):
            said, expected = run(case, kind, root, nodes)
            if said == expected:
                agreed += 1
                continue
            disagreed += 1
            print(f"{kind}: {case.get('name', str(case)[:80])}: said {said!r}, expected {expected!r}")
    print(f"{agreed} agreed, {disagreed} disagreed")
    return 1 if disagreed or not agreed else 0


if __name__ == "__main__":
    sys.exit(main())
