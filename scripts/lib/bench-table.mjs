/// The table of a run of scripts/bench, in Markdown, from its lines of JSON.
///   bench-table.mjs FILE
import { readFileSync } from 'node:fs';

const results = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const find = (what, groups) => results.find((each) => each.what === what && (groups === undefined || each.groups === groups));
const whole = (number) => Math.round(number).toLocaleString('en');
const ms = (number) => `${number.toFixed(number < 10 ? 2 : 1)} ms`;

const rows = [['what', 'Plein', 'beside it', 'ratio']];
for (const groups of [100, 1]) {
  const plein = find('posts', groups);
  const limit = find('pgbench posts', groups);
  rows.push([
    `posts/s in ${groups === 1 ? 'one group' : `${groups} groups`}, ${plein.clients} clients`,
    `${whole(plein.per_second)} (p50 ${ms(plein.p50_ms)}, p99 ${ms(plein.p99_ms)}, ${whole(plein.server_cpu_us)} µs of CPU each)`,
    `pgbench, same statements: ${whole(limit.per_second)}`,
    (plein.per_second / limit.per_second).toFixed(2),
  ]);
}
const idle = find('idle');
rows.push([
  `memory of an idle connection with ${idle.streams} subscriptions, of ${whole(idle.connections)}`,
  `${idle.kib_each.toFixed(1)} KiB`,
  '',
  '',
]);
const start = find('start');
rows.push(['start to ready (median of 5)', `${start.ready_ms} ms`, '', '']);
rows.push(['memory at rest; program', `${start.at_rest_mib} MiB; ${start.program_mib} MiB`, '', '']);

const line = (cells) => `| ${cells.join(' | ')} |`;
const [head, ...body] = rows;
console.log([line(head), line(head.map(() => '---')), ...body.map(line)].join('\n'));
