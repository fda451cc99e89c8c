/// socket.io as scripts/bench measures it: events come by Redis to the process whose connections hear them.
///   socket-io.mjs deliver PORT REDIS_PORT    listens for WebSockets
///   socket-io.mjs publish PORT REDIS_PORT    listens for lines, each an event for everybody
import { createAdapter } from '@socket.io/redis-adapter';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { createClient } from 'redis';
import { Server } from 'socket.io';

const [role, port, redisPort] = process.argv.slice(2);

const publisher = createClient({ url: `redis://127.0.0.1:${redisPort}` });
const subscriber = publisher.duplicate();
await Promise.all([publisher.connect(), subscriber.connect()]);

const http = createHttpServer();
const io = new Server(http, {
  adapter: createAdapter(publisher, subscriber),
  transports: ['websocket'],
  pingInterval: 600_000, // the load counts lines, and answers nobody
});

if (role === 'deliver') {
  http.listen({ port: Number(port), host: '127.0.0.1', backlog: 8192 });
} else {
  createServer((socket) => {
    createInterface({ input: socket }).on('line', (line) => io.emit('event', line));
  }).listen(Number(port), '127.0.0.1');
}
