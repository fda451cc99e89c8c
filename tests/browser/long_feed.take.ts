/// What a feed costs the browser when 500, 2,500 and 5,000 of its posts are loaded: memory, nodes, and the frames that come
/// late while one scrolls. Ratios of one run count; how fast a frame comes depends on what else the machine does.
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { address, logins, openGroup, signIn } from './people.ts';

const stops = (process.env.PLEIN_LONG_FEED_POSTS ?? '500 2500 5000').split(' ').map(Number);
const group = 'SSC & Assemblage';
const writers = 16;

interface Frames {
  count: number;
  /// More than 50 ms after the one before: somebody sees that.
  late: number;
  longest: number;
}

test('what a long feed costs the browser', async ({ browser }) => {
  const most = Math.max(...stops);
  const writing = await browser.newPage({ baseURL: address() });
  await signIn(writing, logins.bram);
  await fill(writing, await tabOf(writing), most);
  await writing.close();

  const context = await browser.newContext({ baseURL: address(), locale: 'nl-NL', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const chrome = await context.newCDPSession(page);
  await signIn(page, logins.gerrit);
  await openGroup(page, group);
  await page.getByRole('navigation', { name: /^Onderdelen van/ }).getByRole('link', { name: /^Algemeen/ }).click();
  await expect(page.getByRole('article').first()).toBeVisible();

  const rows: Record<string, number | string>[] = [];
  for (const posts of stops) {
    await loadUpTo(page, posts);
    const frames = await scroll(page);
    const { heap, nodes } = await memory(chrome);
    const loaded = await page.getByRole('article').count();
    expect(loaded).toBeGreaterThanOrEqual(posts);
    const whole = await page.locator('article:not([data-far])').count();
    rows.push({ posts: loaded, whole, 'heap MiB': heap, nodes, frames: frames.count, 'later than 50 ms': frames.late, 'longest ms': frames.longest });
  }
  await context.close();
  console.table(rows);
  console.table(rows.map((row) => ratios(row, rows[0])));
});

/// Where everyone of the group posts.
async function tabOf(page: Page): Promise<number> {
  const { items } = (await (await page.request.get('/api/groups')).json()) as {
    items: { group: { name: string }; tabs: { tab: { id: number; name: string } }[] }[];
  };
  const found = items.find((each) => each.group.name === group)?.tabs.find(({ tab }) => tab.name === 'Algemeen');
  if (!found) throw new Error('the demo has no such tab');
  return found.tab.id;
}

/// Short and long ones, with what people write in them. From within the page, as the client asks.
async function fill(page: Page, tab: number, count: number): Promise<void> {
  await page.evaluate(
    async ({ tab, count, writers }) => {
      const words = 'de ploeg van lijn vier heeft vandaag de nieuwe schema’s gekregen en vraagt zich af wie de uren van zaterdag nakijkt'.split(' ');
      const sentence = (seed: number, length: number) =>
        `${Array.from({ length }, (_, at) => words[(seed * 7 + at * 5) % words.length]).join(' ')}.`;
      const bodyOf = (n: number) => {
        const paragraphs = Array.from({ length: 1 + (n % 3) }, (_, at) => sentence(n + at, 8 + ((n * 13 + at) % 40)));
        if (n % 7 === 0) paragraphs.push(`- ${sentence(n, 5)}\n- **${sentence(n + 1, 4)}**\n- [handleiding](https://vaartland.example/${String(n)})`);
        return `Bericht ${String(n)}. ${paragraphs.join('\n\n')}`;
      };
      let next = 0;
      const write = async () => {
        while (next < count) {
          next += 1;
          const body = JSON.stringify({ client_id: crypto.randomUUID(), body: bodyOf(next), mark: next % 5 === 0 ? 'personal' : 'work' });
          const { ok, status } = await fetch(`/api/tabs/${String(tab)}/posts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
          if (!ok) throw new Error(`a post was refused: ${String(status)}`);
        }
      };
      await Promise.all(Array.from({ length: writers }, write));
    },
    { tab, count, writers },
  );
}

/// As one who keeps going to the end of the page.
async function loadUpTo(page: Page, posts: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const loaded = () => document.querySelectorAll('[role="feed"] > article').length;
    const frame = () => new Promise(requestAnimationFrame);
    while (loaded() < wanted) {
      const before = loaded();
      scrollTo(0, document.documentElement.scrollHeight);
      const until = performance.now() + 30_000;
      while (loaded() === before) {
        if (performance.now() > until) throw new Error(`no more than ${String(before)} posts came`);
        await frame();
      }
    }
  }, posts);
}

/// Up and down again over 20,000 pixels, as fast as a thumb flings, and over what is loaded at the end.
function scroll(page: Page): Promise<Frames> {
  return page.evaluate(async () => {
    const perSecond = 3_000;
    const way = 20_000;
    const gaps: number[] = [];
    const walk = async (direction: 1 | -1) => {
      const began = performance.now();
      const from = scrollY;
      let before = began;
      while (before - began < (way / perSecond) * 1_000) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        gaps.push(now - before);
        before = now;
        scrollTo(0, from + direction * ((now - began) / 1_000) * perSecond);
      }
    };
    await walk(-1);
    await walk(1);
    return { count: gaps.length, late: gaps.filter((gap) => gap > 50).length, longest: Math.round(Math.max(...gaps)) };
  });
}

async function memory(chrome: CDPSession): Promise<{ heap: number; nodes: number }> {
  await chrome.send('Performance.enable');
  await chrome.send('HeapProfiler.collectGarbage');
  const { metrics } = await chrome.send('Performance.getMetrics');
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heap: Math.round(valueOf('JSHeapUsedSize') / 2 ** 20), nodes: valueOf('Nodes') };
}

/// How many times what it was at the first stop.
function ratios(row: Record<string, number | string>, first: Record<string, number | string> | undefined): Record<string, string> {
  return Object.fromEntries(
    ['posts', 'whole', 'heap MiB', 'nodes', 'longest ms'].map((name) => [name, (Number(row[name]) / Math.max(1, Number(first?.[name]))).toFixed(2)]),
  );
}
