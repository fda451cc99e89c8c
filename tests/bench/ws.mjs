/// npm's ws as scripts/bench measures it: connections with a cookie, each with the streams that it asked for.
///   ws.mjs PORT
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({
  port: Number(process.argv[2]),
  host: '127.0.0.1',
  backlog: 8192,
  verifyClient: ({ req }) => req.headers.cookie === 'session=bench',
});
const followers = new Map();

server.on('connection', (socket) => {
  const streams = new Set();
  socket.on('message', (data) => {
    const { stream } = JSON.parse(data.toString());
    streams.add(stream);
    if (!followers.has(stream)) followers.set(stream, new Set());
    followers.get(stream).add(socket);
  });
  socket.on('close', () => {
    for (const stream of streams) followers.get(stream).delete(socket);
  });
});
