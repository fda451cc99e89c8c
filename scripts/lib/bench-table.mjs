/// The table of a run of scripts/bench, in Markdown, from its lines of JSON: a row for each thing that was measured.
///   bench-table.mjs FILE
import { readFileSync } from 'node:fs';

const results = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const whole = (number) => Math.round(number).toLocaleString('en');
const ms = (number) => `${number.toFixed(number < 10 ? 2 : 1)} ms`;

const fanOut = ({ deliveries_per_second: deliveries, server_cpu: server, resident_mib: resident }) =>
  `${whole(deliveries)} (${server.toFixed(2)} of a processor, ${resident.toFixed(0)} MiB)`;

const rowsOf = {
  start: ({ ready_ms: ready, at_rest_mib: rest, program_mib: program }) => [
    ['start to ready (median of 5)', `${ready} ms`],
    ['memory at rest; program', `${rest} MiB; ${program} MiB`],
  ],
  idle: ({ streams, connections, kib_each: each }) => [
    [`memory of an idle connection with ${streams} subscriptions, of ${whole(connections)}`, `${each.toFixed(1)} KiB`],
  ],
  posts: ({ groups, clients, per_second: posts, p50_ms: p50, p99_ms: p99, server_cpu_us: cpu }) => {
    const limit = results.find((each) => each.what === 'pgbench posts' && each.groups === groups).per_second;
    return [
      [
        `posts/s in ${groups === 1 ? 'one group' : `${groups} groups`}, ${clients} clients`,
        `${whole(posts)} (p50 ${ms(p50)}, p99 ${ms(p99)}, ${whole(cpu)} µs of CPU each)`,
        `pgbench, same statements: ${whole(limit)}`,
        (posts / limit).toFixed(2),
      ],
    ];
  },
  'fan-out': (own) => {
    const { members, event_bytes: bytes, deliveries_per_second: deliveries } = own;
    const peers = results.filter((each) => each.what.endsWith(' fan-out') && each.members === members);
    const best = Math.max(...peers.map((peer) => peer.deliveries_per_second));
    return [
      [
        `deliveries/s of one group's events (${bytes} bytes) to ${whole(members)} members`,
        fanOut(own),
        peers.map((peer) => `${peer.what.split(' ')[0]} ${fanOut(peer)}`).join('; '),
        (deliveries / best).toFixed(2),
      ],
    ];
  },
};

const rows = results.flatMap((result) => rowsOf[result.what]?.(result) ?? []);
const line = (cells) => `| ${cells.join(' | ')} |`;
const head = ['what', 'Plein', 'beside it', 'ratio'];
console.log([line(head), line(head.map(() => '---')), ...rows.map((row) => line([...row, '', '', ''].slice(0, 4)))].join('\n'));
