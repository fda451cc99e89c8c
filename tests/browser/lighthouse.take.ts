/// Lighthouse's four scores of Home and a group page with the demo, on a desktop and on a phone. How fast a page is depends
/// on what else the machine does: each is audited some times, the middle score counts, and no test of the suite asks.
import { chromium, expect, test, type Page } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launchOptions } from './chromium.mjs';
import { address, logins, openGroup, signIn } from './people.ts';

const times = Number(process.env.PLEIN_LIGHTHOUSE_TIMES ?? 3);
const port = 9333;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const wanted = { desktop: 100, mobile: 95 };
type Category = (typeof categories)[number];
type Device = keyof typeof wanted;
type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

test('Home and a group page are as good as Lighthouse can tell', async () => {
  const context = await chromium.launchPersistentContext('', {
    ...launchOptions, baseURL: address(), locale: 'nl-NL', args: [...launchOptions.args, `--remote-debugging-port=${String(port)}`],
  });
  const page = await context.newPage();
  await signIn(page, logins.gerrit);
  const rows: Record<string, string | number>[] = [];
  for (const device of ['desktop', 'mobile'] as const) {
    for (const open of [openHome, openAGroup]) {
      await open(page);
      rows.push({ device, page: new URL(page.url()).pathname, ...scoresOf(await reports(page.url(), device), device) });
    }
  }
  await context.close();
  console.table(rows);
  for (const row of rows) {
    for (const category of categories) {
      expect.soft(row[category], `${category} of ${String(row.page)}, ${String(row.device)}`).toBeGreaterThanOrEqual(wanted[row.device as Device]);
    }
  }
});

const openHome = (page: Page) => page.goto('/');
const openAGroup = (page: Page) => openGroup(page, 'SSC & Assemblage');

async function reports(url: string, device: Device): Promise<Report[]> {
  const found: Report[] = [];
  while (found.length < times) {
    const options = { port, onlyCategories: [...categories], disableStorageReset: true, logLevel: 'error' as const };
    const result = await lighthouse(url, options, device === 'desktop' ? desktopConfig : undefined);
    if (!result) throw new Error('Lighthouse gave no answer');
    found.push(result.lhr);
  }
  return found;
}

function scoresOf(all: readonly Report[], device: Device): Record<string, number> {
  return Object.fromEntries(categories.map((category) => {
    const scores = all.map((report) => Math.round((report.categories[category]?.score ?? 0) * 100)).toSorted((a, b) => a - b);
    const middle = scores[Math.floor(scores.length / 2)] ?? 0;
    if (middle < wanted[device]) tell(all[0], category, device);
    return [category, middle];
  }));
}

/// What took points, so that one knows where to look.
function tell(report: Report | undefined, category: Category, device: Device): void {
  for (const { id, weight } of report?.categories[category]?.auditRefs ?? []) {
    const audit = report?.audits[id];
    if (weight > 0 && audit && (audit.score ?? 1) < 1) {
      console.log(`${device} ${report.finalDisplayedUrl} ${category}: ${id} ${String(audit.score)} ${audit.displayValue ?? ''}`);
    }
  }
}
