"""python3-websockets talks with a running node: talk.py PORT LOGIN PASSWORD TAB STREAM. Ends with 0 when all went as it should."""

import asyncio
import json
import sys
import urllib.request
import uuid

import websockets

PORT, LOGIN, PASSWORD, TAB, STREAM = sys.argv[1:]
ORIGIN = f"http://localhost:{PORT}"
PATIENCE = 20


def post(path, body, cookie=None):
    """The Set-Cookie of the answer; a refusal raises."""
    request = urllib.request.Request(ORIGIN + path, json.dumps(body).encode(), method="POST")
    request.add_header("Content-Type", "application/json")
    request.add_header("Origin", ORIGIN)
    if cookie:
        request.add_header("Cookie", cookie)
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return (answer.headers["Set-Cookie"] or "").split(";")[0]


def connect(cookie, **options):
    return websockets.connect(
        f"ws://localhost:{PORT}/live", origin=ORIGIN, extra_headers={"Cookie": cookie}, **options
    )


async def hear(socket, kind, stream=None):
    """The next line of that type; each message is one or more lines."""
    while True:
        for line in (await asyncio.wait_for(socket.recv(), PATIENCE)).split("\n"):
            heard = json.loads(line)
            if heard["type"] == kind and stream in (None, heard.get("stream")):
                return heard


async def converse(cookie):
    async with connect(cookie) as socket:
        assert socket.extensions == [] and socket.subprotocol is None
        await hear(socket, "subscribed")
        await socket.send(json.dumps({"operation": "subscribe", "stream": STREAM}))
        await hear(socket, "subscribed", STREAM)

        words = "Wie heeft de sleutel van zaal 2? \U0001f511"
        await asyncio.to_thread(
            post, f"/api/tabs/{TAB}/posts", {"client_id": str(uuid.uuid4()), "body": words, "mark": "work"}, cookie
        )
        event = await hear(socket, "post.created", STREAM)
        assert event["data"]["post"]["body"] == words, event

        await asyncio.wait_for(await socket.ping(b"are you there"), PATIENCE)
        await socket.send(['{"opera', "tion", '":"ping"}'])
        await hear(socket, "pong")
        await socket.close(1000, "tot ziens")
        assert socket.close_code == 1000, socket.close_code


async def is_closed_with(code, cookie, say):
    async with connect(cookie) as socket:
        try:
            await say(socket)  # which may be interrupted by the answer to its first half
            while True:
                await asyncio.wait_for(socket.recv(), PATIENCE)
        except websockets.ConnectionClosed:
            # The end of the connection may be known before the goodbye in front of it has been read.
            await asyncio.wait_for(asyncio.shield(socket.close_connection_task), PATIENCE)
        assert socket.close_code == code, socket.close_code


async def is_refused(status, cookie):
    try:
        async with connect(cookie):
            raise AssertionError("let in")
    except websockets.InvalidStatusCode as refusal:
        assert refusal.status_code == status, refusal


async def main():
    cookie = post("/api/session", {"login": LOGIN, "password": PASSWORD})
    await converse(cookie)
    await is_closed_with(1009, cookie, lambda socket: socket.send(" " * 16385))
    await is_closed_with(1009, cookie, lambda socket: socket.send([" " * 9000, " " * 9000]))
    await is_closed_with(1003, cookie, lambda socket: socket.send(b"{}"))
    await is_closed_with(1008, cookie, lambda socket: socket.send("hello"))
    await is_closed_with(1007, cookie, lambda socket: socket.write_frame(True, 0x1, b"\xff"))
    await is_refused(401, "__Host-plein=invented")


asyncio.run(main())
