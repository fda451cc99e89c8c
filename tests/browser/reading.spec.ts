import type { Page } from '@playwright/test';
import { expect, openGroup, post, test } from './people.ts';

const tabLink = (page: Page, tab: string) =>
  page.getByRole('navigation', { name: 'Onderdelen van Heel Vaartland' }).getByRole('link', { name: new RegExp(`^${tab}`) });

async function openTab(page: Page, tab: string): Promise<void> {
  await openGroup(page, 'Heel Vaartland');
  await tabLink(page, tab).click();
  await expect(tabLink(page, tab)).toHaveAttribute('aria-current', 'page');
}

test('a permalink shows its post to who may read it, and nothing to who may not', async ({ signedIn }) => {
  const gerrit = await signedIn('gerrit', { permissions: ['clipboard-read', 'clipboard-write'] });
  await openGroup(gerrit, 'SSC & Verkoop');
  const first = gerrit.getByRole('article').first();
  const author = (await first.getByRole('heading', { level: 2 }).textContent())?.replace('Ongelezen: ', '') ?? '';
  await first.getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
  await gerrit.getByRole('menuitem', { name: 'Link kopiëren' }).click();
  await expect(gerrit.getByText('Link gekopieerd')).toBeVisible();
  const link = new URL(await gerrit.evaluate(() => navigator.clipboard.readText())).pathname;

  await gerrit.goto(link);
  await expect(gerrit.getByRole('heading', { name: `Bericht van ${author}`, level: 1 })).toBeAttached();
  await expect(gerrit.getByRole('article')).toHaveCount(1);
  await gerrit.getByRole('link', { name: /SSC & Verkoop, / }).click();
  await expect(gerrit.getByRole('heading', { name: 'SSC & Verkoop', level: 1 })).toBeVisible();

  const anouk = await signedIn('anouk', { mayReport: /status of 404/ });
  await anouk.goto(link);
  await expect(anouk.getByRole('heading', { name: 'Dit is er niet, of je kunt het niet zien' })).toBeVisible();
});

test('older posts come as one reads on, each once, down to the last', async ({ signedIn }) => {
  const page = await signedIn('gerrit');
  await openGroup(page, 'SSC & Assemblage');
  const posts = page.getByRole('article');
  const ids = () => posts.evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset.post)));
  await expect(posts.first()).toBeVisible();
  const atFirst = (await ids()).length;
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(page.getByText('Dit waren alle berichten.')).toBeInViewport({ timeout: 200 });
  }).toPass();
  const all = await ids();
  expect(all.length).toBeGreaterThan(atFirst);
  expect(new Set(all).size).toBe(all.length);
});

test('what one has read is unread again from a post on, on every device, until one comes back and reads on', async ({ signedIn }) => {
  const maud = await signedIn('maud');
  await openTab(maud, 'Ontwerp');
  await post(maud, 'De derde brug is er ook bij');
  await post(maud, 'En de vierde staat in de werkplaats');
  const here = await signedIn('gerrit');
  const there = await signedIn('gerrit', { node: 1 });
  const article = (text: string) => here.getByRole('article').filter({ hasText: text });
  await openTab(there, 'Logistiek');
  await openTab(here, 'Ontwerp');
  const all = here.getByRole('button', { name: 'Alles gelezen' });
  const readOn = async () => {
    if ((await all.count()) > 0) await all.click();
    await here.mouse.wheel(0, 150);
    return tabLink(there, 'Ontwerp').textContent();
  };
  await expect.poll(readOn, { timeout: 30_000, intervals: [1000] }).toBe('Ontwerp');

  await article('De derde brug').getByRole('button', { name: /Wat kun je doen/ }).click();
  await here.getByRole('menuitem', { name: 'Ongelezen vanaf hier' }).click();
  await expect(here.getByText('Ongelezen vanaf dit bericht')).toBeVisible();
  await expect(here.locator('article[data-unread]')).toHaveCount(2);
  await expect(article('De derde brug').getByText('Nieuw sinds je vorige bezoek')).toBeVisible();
  await expect(tabLink(here, 'Ontwerp')).toHaveText(/2 ongelezen/);
  await expect(tabLink(there, 'Ontwerp')).toHaveText(/2 ongelezen/);
  await there.reload();
  await expect(tabLink(there, 'Ontwerp')).toHaveText(/2 ongelezen/);

  await tabLink(here, 'Logistiek').click();
  await expect(tabLink(here, 'Logistiek')).toHaveAttribute('aria-current', 'page');
  await expect(tabLink(here, 'Ontwerp')).toHaveText(/2 ongelezen/);
  await tabLink(here, 'Ontwerp').click();
  await expect(article('De derde brug')).toBeVisible();
  await expect.poll(readOn, { timeout: 30_000, intervals: [1000] }).toBe('Ontwerp');
});
