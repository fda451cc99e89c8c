/// Plays recorded conversations, as posts with comments, through the HTTP API while two browsers on two nodes watch: one at the
/// top of the feed, one further down, where new posts wait behind a button. Run by scripts/replay, which has started the nodes and made the accounts.
///   main.mjs FILE --node URL --node URL --password TEXT [--per-second N] [--limit N] [--screenshots FOLDER]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../../../tests/browser/chromium.mjs';
import { readMessages } from './messages.mjs';
import { Person } from './person.mjs';
import { play, signInAll } from './play.mjs';
import { pageVerdict, percentile, sum, verdict } from './verdict.mjs';
import { Watcher } from './watcher.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string', multiple: true },
    password: { type: 'string' },
    'per-second': { type: 'string', default: '0' },
    limit: { type: 'string', default: 'Infinity' },
    screenshots: { type: 'string' },
  },
});

const messages = readMessages(positionals[0], Number(options.limit));
const authors = new Set(messages.map(({ author }) => author));
const conversations = new Set(messages.map(({ conversation }) => conversation)).size;
say(`${messages.length} messages in ${conversations} conversations by ${authors.size} people`);

const reader = new Person(options.node[0]);
await reader.signIn('lezer-1', options.password);
const { group, tabs } = (await reader.get('/api/groups')).items[0];
const tabIds = new Map(tabs.map(({ tab }) => [tab.name, tab.id]));

const signingIn = performance.now();
const people = await signInAll(authors, options.node, options.password);
say(`${people.size} people signed in (${seconds(signingIn)} s)`);

const browser = await launchChromium();
try {
  const watchers = await Promise.all(
    options.node.map((node, place) => Watcher.open(browser, node, `lezer-${place + 1}`, options.password, group.id)),
  );
  process.exitCode = (await perform(watchers)) ? 0 : 1;
} finally {
  await browser.close();
}

async function perform(watchers) {
  const [, further] = watchers;
  const result = await play(messages, people, tabIds, Number(options['per-second']), async (done) => {
    if (done === 100) await further.readFurtherDown();
    if (done % 500 === 0) say(`${done} said`);
  });
  await Promise.all(watchers.map((watcher) => watcher.waitFor(result.said.length)));
  report(result);
  const faults = await Promise.all(watchers.map((watcher, place) => judge(watcher, place + 1, result.said)));
  if (options.screenshots) await takeScreenshots(watchers);
  return result.refused.length + sum(faults) === 0;
}

function report({ said, refused, seconds: took }) {
  const times = said.map(({ tookMs }) => tookMs);
  const repeats = sum([...people.values()].map((person) => person.repeats));
  const posts = postsIn(said).length;
  say(`${posts} posts and ${said.length - posts} comments in ${took.toFixed(1)} s: ${(said.length / took).toFixed(0)} a second; an answer took ` +
    `${percentile(times, 0.5).toFixed(0)} ms (99 %: ${percentile(times, 0.99).toFixed(0)} ms); ${repeats} repeated`);
  say(`${refused.length} refused`, ...refused.slice(0, 10));
}

/// How many faults the browser on this node saw.
async function judge(watcher, number, said) {
  const live = verdict(said, watcher.arrived);
  const { shown, newestAfterMs } = await watcher.readAll(Math.max(...postsIn(said).map(({ id }) => id)));
  const page = pageVerdict(said, shown);
  const unsafe = await watcher.unsafeElements();
  const { delays, ...counts } = live;
  say(`node ${number}, live:  ${words(counts)}; ${percentile(delays, 0.5).toFixed(0)} ms after it was sent ` +
      `(99 %: ${percentile(delays, 0.99).toFixed(0)} ms)`,
    `node ${number}, page:  ${words(page)}, read from the newest (${newestAfterMs.toFixed(0)} ms) down; unsafe elements ${unsafe}; complaints ${watcher.complaints.length}`,
    ...watcher.complaints.slice(0, 5));
  return live.missing + live.doubled + live.strange + live.gaps + live.outOfOrder + page.missing + page.doubled +
    page.strange + page.outOfOrder + unsafe + watcher.complaints.length;
}

/// One of each kind that is hard to draw, and the feed on a phone and in the dark.
async function takeScreenshots([watcher]) {
  mkdirSync(options.screenshots, { recursive: true });
  const kinds = {
    code: /```/, formula: /\$\$/, quote: /^> \S/m, links: /https?:\/\/.*https?:\/\//s, emoji: /\p{Emoji_Presentation}|:\w+:/u,
    list: /^(\*|-|1\.) .*\n(\*|-|2\.) /m, table: /^\|.*\|\n\|[-: |]+\|/m,
  };
  const bodies = await allBodies();
  const longest = bodies.reduce((one, other) => (other.body.length > one.body.length ? other : one));
  const chosen = Object.entries(kinds).map(([kind, pattern]) => [kind, bodies.find(({ body }) => pattern.test(body))]);
  for (const [kind, found] of [...chosen, ['longest', longest]]) {
    if (found) await watcher.lookAt(`/p/${found.post}`, join(options.screenshots, `${kind}.png`));
  }
  const feed = `/g/${group.id}/all`;
  await watcher.lookAt(feed, join(options.screenshots, 'feed.png'));
  await watcher.lookAt(feed, join(options.screenshots, 'feed-dark.png'), { dark: true });
  await watcher.lookAt(feed, join(options.screenshots, 'feed-phone.png'), { width: 390, height: 844 });
  say(`screenshots in ${options.screenshots}`);
}

/// Of the posts and of the comments that a feed has: `[{post, body}]`.
async function allBodies() {
  const bodies = [];
  for (let next = ''; next !== undefined; ) {
    const page = await reader.get(`/api/groups/${group.id}/posts?limit=100${next && `&before=${encodeURIComponent(next)}`}`);
    for (const { post, latest } of page.items) {
      bodies.push({ post: post.id, body: post.body }, ...latest.map(({ comment }) => ({ post: post.id, body: comment.body })));
    }
    next = page.next;
  }
  return bodies;
}

function postsIn(said) {
  return said.filter(({ post }) => post === undefined);
}

function words(counts) {
  const names = { arrived: 'arrived', shown: 'shown', missing: 'missing', doubled: 'doubled', strange: 'not ours',
    gaps: 'gaps', outOfOrder: 'out of order' };
  return Object.entries(counts).map(([name, number]) => `${number} ${names[name]}`).join(', ');
}

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function say(...lines) {
  for (const line of lines) console.log(line);
}
