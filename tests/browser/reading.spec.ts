import { expect, openGroup, test } from './people.ts';

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
