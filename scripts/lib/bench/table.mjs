/// The table of a run of scripts/bench, in Markdown, from its lines of JSON: a row for each thing that was measured.
///   table.mjs FILE
import { readFileSync } from 'node:fs';

const results = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const whole = (number) => Math.round(number).toLocaleString('en');
const ms = (number) => `${number.toFixed(number < 10 ? 2 : 0)} ms`;
const percentiles = (result, before = '') =>
  ['p50', 'p99', 'p999']
    .filter((name) => `${before}${name}_ms` in result)
    .map((name) => `${name.replace('p999', 'p99.9')} ${ms(result[`${before}${name}_ms`])}`)
    .join(', ');
const shares = (result) =>
  ['node', 'postgres', 'redis', 'load'].map((who) => `${who} ${result[`${who}_cpu`].toFixed(2)}`).join(', ');

/// What was measured of `what` with the same values of these members.
const find = (what, like, ...members) =>
  results.find((each) => each.what === what && members.every((member) => each[member] === like[member]));
/// The same of other servers: `nats fan-out` beside `fan-out`.
const peersOf = (own, ...members) =>
  results.filter(
    (each) => each.what.endsWith(` ${own.what}`) && members.every((member) => each[member] === own[member]),
  );
const beside = (peers, text) => peers.map((peer) => `${peer.what.split(' ')[0]} ${text(peer)}`).join('; ');
/// How many times the best of them.
const ratio = (own, peers, member) => (own[member] / Math.max(...peers.map((peer) => peer[member]))).toFixed(2);
const ratioOfLess = (own, peers, member) => (own[member] / Math.min(...peers.map((peer) => peer[member]))).toFixed(2);

const fanOut = ({ deliveries_per_second: deliveries, server_cpu: server, resident_mib: resident }) =>
  `${whole(deliveries)} (${((server / deliveries) * 1e6).toFixed(2)} µs of CPU each, ${resident.toFixed(0)} MiB)`;
const latency = (result) => `${percentiles(result)} (${result.server_cpu.toFixed(2)} of a processor)`;
const pageNames = { warm: 'a tab', cold: 'a tab nobody asked for lately', home: 'Home', group: 'a group' };

const rowsOf = {
  start: ({ ready_ms: ready, at_rest_mib: rest, program_mib: program }) => [
    ['start to ready (median of 5)', `${ready} ms`],
    ['memory at rest; program', `${rest} MiB; ${program} MiB`],
  ],
  idle: (own) => {
    const { streams, connections, kib_each: each, joined_per_second: joined } = own;
    const peers = peersOf(own, 'connections');
    return [
      [
        `memory of an idle connection with ${streams} subscriptions, of ${whole(connections)}`,
        `${each.toFixed(1)} KiB (${whole(joined)} joined a second)`,
        beside(peers, (peer) => `${peer.kib_each.toFixed(1)} KiB`),
        ratioOfLess(own, peers, 'kib_each'),
      ],
    ];
  },
  page: (own) => {
    const database = find('pgbench page', own, 'page');
    const files = find('nginx page', own, 'page');
    return [
      [
        `first pages/s of ${pageNames[own.page]} (${(own.bytes / 1024).toFixed(1)} KiB), ${own.clients} clients`,
        `${whole(own.per_second)} (${percentiles(own)}, ${whole(own.server_cpu_us)} µs of CPU each)`,
        `pgbench, same statements: ${whole(database.per_second)} (mean ${ms(database.mean_ms)}); nginx, same bytes: ${whole(files.per_second)}`,
        (own.per_second / database.per_second).toFixed(2),
      ],
    ];
  },
  posts: (own) => {
    const database = find('pgbench posts', own, 'groups');
    return [
      [
        `posts/s in ${own.groups === 1 ? 'one group' : `${own.groups} groups`}, ${own.clients} clients`,
        `${whole(own.per_second)} (${percentiles(own)}, ${whole(own.server_cpu_us)} µs of CPU each)`,
        `pgbench, same statements: ${whole(database.per_second)}`,
        (own.per_second / database.per_second).toFixed(2),
      ],
    ];
  },
  reach: (own) => [
    [
      `${whole(own.posts_per_second)} posts/s in ${whole(own.groups)} groups to ${whole(own.people)} people, each in ${own.streams}: until on the socket`,
      `${percentiles(own)}; answer ${percentiles(own, 'answer_')}; ${whole(own.deliveries)} deliveries, none lost or doubled; ${shares(own)}`,
    ],
  ],
  storm: (own) => [
    [
      `${whole(own.connections)} come back at once, ${own.streams} streams and ${own.missed} missed events each: until all are current`,
      `${own.seconds.toFixed(1)} s (${percentiles(own)}); ${whole(results.find((each) => each.what === 'storm reads').reads)} reads of the log; ${shares(own)}`,
    ],
  ],
  readers: (own) => [
    [
      `${whole(own.readers)} people read ${whole(own.pages_per_second)} pages/s`,
      `${['tab', 'thread', 'home', 'group']
        .map((page) => `${page} p50 ${ms(own[`${page}_p50_ms`])}, p95 ${ms(own[`${page}_p95_ms`])}, p99 ${ms(own[`${page}_p99_ms`])}`)
        .join('; ')}; ${shares(own)}`,
    ],
  ],
  reactions: (own) => [
    [
      `${whole(own.per_second)} reactions/s of ${whole(own.people)} people to one post`,
      `${percentiles(own)}; pages of others: p99 ${ms(own.pages_meanwhile_p99_ms)}, before ${ms(own.pages_before_p99_ms)}; ${shares(own)}`,
    ],
  ],
  people: (own) => [
    [
      `${whole(own.people)} people at once, ${whole(own.actions_per_second)} actions/s: p99`,
      `${['open', 'scroll', 'post', 'unread', 'permalink', 'reconnect', 'edit']
        .map((action) => `${action} ${ms(own[`${action}_p99_ms`])}`)
        .join(', ')}; ${shares(own)}`,
    ],
  ],
  'sign-ins': (own) => {
    const hash = results.find((each) => each.what === 'argon2').per_second;
    return [
      [
        `sign-ins/s, ${whole(own.people)} at once`,
        `${own.per_second.toFixed(1)}; pages of others: p99 ${ms(own.pages_meanwhile_p99_ms)}, before ${ms(own.pages_before_p99_ms)}`,
        `argon2 alone, one thread: ${hash.toFixed(1)}`,
        (own.per_second / hash).toFixed(2),
      ],
    ];
  },
  'fan-out': (own) => {
    const peers = peersOf(own, 'members');
    return [
      [
        `deliveries/s of one group's events to ${whole(own.members)} members`,
        fanOut(own),
        beside(peers, fanOut),
        ratio(own, peers, 'deliveries_per_second'),
      ],
    ];
  },
  latency: (own) => {
    const peers = peersOf(own, 'members');
    return [
      [
        `the same at ${whole(own.deliveries_per_second)} a second: from when an event was due`,
        latency(own),
        beside(peers, latency),
        `${ratioOfLess(own, peers, 'p99_ms')} (p99)`,
      ],
    ];
  },
  'whole way': (own) => [
    [
      `posts/s from ${own.clients} clients to the sockets of ${whole(own.members)} members of one group`,
      `${whole(own.posts_per_second)} (on the socket ${percentiles(own)}; answer ${percentiles(own, 'answer_')}); µs of CPU for each: ${[
        'node',
        'postgres',
        'redis',
        'load',
      ]
        .map((who) => `${who} ${whole(own[`${who}_cpu_us`])}`)
        .join(', ')}`,
    ],
  ],
};

const rows = results.flatMap((result) => rowsOf[result.what]?.(result) ?? []);
const line = (cells) => `| ${cells.join(' | ')} |`;
const head = ['what', 'Plein', 'beside it', 'ratio'];
console.log([line(head), line(head.map(() => '---')), ...rows.map((row) => line([...row, '', '', ''].slice(0, 4)))].join('\n'));
