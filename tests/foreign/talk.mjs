// npm's ws talks with a running node: talk.mjs PORT LOGIN PASSWORD TAB STREAM. Ends with 0 when all went as it should.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

import WebSocket from 'ws';

const [port, login, password, tab, stream] = process.argv.slice(2);
const origin = `http://localhost:${port}`;
const patience = () => AbortSignal.timeout(20_000);

/** The Set-Cookie of the answer. */
async function post(path, body, cookie) {
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin, ...(cookie ? { Cookie: cookie } : {}) },
    body: JSON.stringify(body),
    signal: patience(),
  });
  assert.ok(answer.ok, `${path} answers ${String(answer.status)}`);
  return (answer.headers.get('Set-Cookie') ?? '').split(';')[0];
}

const connect = (cookie) => new WebSocket(`ws://localhost:${port}/live`, { origin, headers: { Cookie: cookie } });

/** Every line that comes, as it is asked for: each message is one or more lines. */
function listen(socket) {
  const lines = [];
  let wake = () => undefined;
  socket.on('message', (data) => {
    lines.push(...data.toString().split('\n').map((line) => JSON.parse(line)));
    wake();
  });
  return async (type, of) => {
    for (;;) {
      while (lines.length > 0) {
        const line = lines.shift();
        if (line.type === type && (of === undefined || line.stream === of)) return line;
      }
      await new Promise((resolve, reject) => {
        wake = resolve;
        patience().addEventListener('abort', () => reject(new Error(`nobody says ${type}`)));
      });
    }
  };
}

async function converse(cookie) {
  const socket = connect(cookie);
  const hear = listen(socket);
  await once(socket, 'open', { signal: patience() });
  assert.equal(socket.extensions, '');
  assert.equal(socket.protocol, '');
  await hear('subscribed');
  socket.send(JSON.stringify({ operation: 'subscribe', stream }));
  await hear('subscribed', stream);

  const body = 'Wie heeft de sleutel van zaal 2? \u{1f511}';
  await post(`/api/tabs/${tab}/posts`, { client_id: randomUUID(), body, mark: 'work' }, cookie);
  const event = await hear('post.created', stream);
  assert.equal(event.data.post.body, body);

  const answered = once(socket, 'pong', { signal: patience() });
  socket.ping('are you there');
  assert.equal(String((await answered)[0]), 'are you there');
  socket.send('{"opera', { fin: false });
  socket.send('tion', { fin: false });
  socket.send('":"ping"}');
  await hear('pong');

  const closed = once(socket, 'close', { signal: patience() });
  socket.close(1000, 'tot ziens');
  assert.equal((await closed)[0], 1000);
}

async function isClosedWith(code, cookie, say) {
  const socket = connect(cookie);
  await once(socket, 'open', { signal: patience() });
  const closed = once(socket, 'close', { signal: patience() });
  say(socket);
  assert.equal((await closed)[0], code);
}

async function isRefused(status, cookie) {
  const socket = connect(cookie);
  const [, answer] = await once(socket, 'unexpected-response', { signal: patience() });
  assert.equal(answer.statusCode, status);
  answer.destroy();
}

const cookie = await post('/api/session', { login, password });
await converse(cookie);
await isClosedWith(1009, cookie, (socket) => socket.send(' '.repeat(16_385)));
await isClosedWith(1009, cookie, (socket) => {
  socket.send(' '.repeat(9_000), { fin: false });
  socket.send(' '.repeat(9_000));
});
await isClosedWith(1003, cookie, (socket) => socket.send(Buffer.from('{}')));
await isClosedWith(1008, cookie, (socket) => socket.send('hello'));
await isClosedWith(1007, cookie, (socket) => socket.send(Buffer.from([0xff]), { binary: false }));
await isRefused(401, '__Host-plein=invented');
process.exit(0);
