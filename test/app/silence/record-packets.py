"""Records traffic to anywhere but this computer, one line for each packet that starts something.

Runs inside its own network namespace. It reads packets below the IP stack, so nothing can bypass it.
"""

import ipaddress
import socket
import sys

EVERY_PROTOCOL = 0x0003
IPV4, IPV6 = 0x0800, 0x86DD
TCP, UDP, IGMP, ICMP, ICMP_V6 = 6, 17, 2, 1, 58
HOP_BY_HOP = 0
# The kernel's own traffic: neighbour and router discovery, groups, and errors for undeliverable packets.
KERNELS_ICMP_V6 = {1, 2, 3, 4, 130, 131, 132, 133, 134, 135, 136, 143}
KERNELS_ICMP = {3, 11}
DNS_PORT = 53
PROXY_PORT = 3128
# The dead-end proxy of the window's session (electron/shell/security/lock-down.ts): still counts as an attempt.
NOWHERE_PORT = 1
QUESTION_TYPES = {1: "A", 28: "AAAA", 65: "HTTPS", 16: "TXT", 12: "PTR"}


def number(data):
    return int.from_bytes(data, "big")


def question(message):
    labels, at = [], 12
    while message[at]:
        labels.append(message[at + 1 : at + 1 + message[at]].decode("ascii", "replace"))
        at += 1 + message[at]
    kind = number(message[at + 1 : at + 3])
    return f"{'.'.join(labels)} {QUESTION_TYPES.get(kind, kind)}"


def transport(packet, kind):
    """The protocol, the destination address and the payload. Raises IndexError or ValueError for a truncated packet."""
    if kind == IPV4:
        return packet[9], ipaddress.ip_address(packet[16:20]), packet[(packet[0] & 0x0F) * 4 :]
    protocol, rest = packet[6], packet[40:]
    while protocol == HOP_BY_HOP:
        protocol, rest = rest[0], rest[(rest[1] + 1) * 8 :]
    return protocol, ipaddress.ip_address(packet[24:40]), rest


def told(packet, kind):
    protocol, address, rest = transport(packet, kind)
    if protocol == IGMP or (protocol == ICMP and rest[0] in KERNELS_ICMP):
        return None
    if protocol == ICMP_V6 and rest[0] in KERNELS_ICMP_V6:
        return None
    if protocol not in (TCP, UDP):
        return None if address.is_loopback else f"protocol {protocol} {address}"
    source, port = number(rest[0:2]), number(rest[2:4])
    place = f"[{address}]:{port}" if address.version == 6 else f"{address}:{port}"
    if protocol == UDP:
        if port == DNS_PORT:
            return f"dns {question(rest[8:])} at {place}"
        # Our own name server's answers.
        return None if source == DNS_PORT or address.is_loopback else f"udp {place}"
    if address.is_loopback and port not in (DNS_PORT, NOWHERE_PORT):
        return None
    begins = (rest[13] & 0x12) == 0x02
    if begins:
        return f"tcp {place}"
    content = rest[(rest[12] >> 4) * 4 :]
    if port == PROXY_PORT and content[:1].isalpha():
        line = content.split(b"\r\n")[0].decode("latin1").split(" ")
        if len(line) == 3 and line[2].startswith("HTTP/"):
            return f"proxy {line[0]} {line[1]}"
    return None


def record(out):
    with socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(EVERY_PROTOCOL)) as packets:
        out.write("recording\n")
        out.flush()
        while True:
            packet, (_, kind, direction, *_rest) = packets.recvfrom(65536)
            # Outgoing only: on loopback each packet is seen a second time as it arrives.
            if direction != socket.PACKET_OUTGOING or kind not in (IPV4, IPV6):
                continue
            try:
                line = told(packet, kind)
            except (IndexError, ValueError):
                line = f"not understood: {packet[:64].hex()}"
            if line is not None:
                out.write(f"{line}\n")
                out.flush()


with open(sys.argv[1], "w", encoding="ascii") as file:
    record(file)
