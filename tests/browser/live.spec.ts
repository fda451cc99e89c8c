import type { Page } from '@playwright/test';
import { cuttable, expect, logins, openGroup, post, signIn, test } from './people.ts';

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

test('what one posts, edits, deletes and takes back appears for the other, on another node', async ({ signedIn }) => {
  const marek = await signedIn('marek');
  const fatma = await signedIn('fatma', { node: 1 });
  await openGroup(marek, 'SSC & Logistiek');
  await openGroup(fatma, 'SSC & Logistiek');

  await post(marek, 'De sorteerlijn staat stil, kijk niet naar mij');
  await expect(article(fatma, 'De sorteerlijn staat stil')).toBeVisible();

  await article(marek, 'De sorteerlijn').getByRole('button', { name: /Wat kun je doen/ }).click();
  await marek.getByRole('menuitem', { name: 'Aanpassen' }).click();
  await marek.getByRole('textbox', { name: 'Bericht aanpassen' }).fill('De sorteerlijn draait weer');
  await marek.getByRole('button', { name: 'Opslaan' }).click();
  await expect(article(fatma, 'De sorteerlijn draait weer')).toBeVisible();

  await article(marek, 'draait weer').getByRole('button', { name: /Wat kun je doen/ }).click();
  await marek.getByRole('menuitem', { name: 'Verwijderen' }).click();
  await expect(article(fatma, 'De sorteerlijn draait weer')).toHaveCount(0);

  await marek.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(article(fatma, 'De sorteerlijn draait weer')).toBeVisible();
});

test('a reader further down is not moved: new posts wait behind a pill', async ({ signedIn }) => {
  const chidi = await signedIn('chidi');
  const gerrit = await signedIn('gerrit', { node: 1 });
  await openGroup(gerrit, 'SSC & Assemblage');
  await openGroup(chidi, 'SSC & Assemblage');
  const read = gerrit.getByRole('article').nth(6);
  await read.scrollIntoViewIfNeeded();
  const before = await read.boundingBox();

  await post(chidi, 'Line 4 is faster than the coffee machine');
  const pill = gerrit.getByRole('button', { name: /nieuw bericht tonen/ });
  await expect(pill).toBeVisible();
  expect((await read.boundingBox())?.y).toBe(before?.y);
  await pill.click();
  await expect(article(gerrit, 'Line 4 is faster')).toBeInViewport();
});

test('after a break the page says that it stands still, resumes by itself and says so', async ({ signedIn, visit }) => {
  const marek = await signedIn('marek');
  const fatma = await visit({ node: 1 });
  const channel = await cuttable(fatma);
  await signIn(fatma, logins.fatma);
  await openGroup(marek, "Collega's onderling");
  await openGroup(fatma, "Collega's onderling");
  await expect(fatma.getByRole('article').first()).toBeVisible();

  await channel.cut();
  await expect(fatma.getByText('Verbinding kwijt')).toBeVisible();
  await post(marek, 'Terwijl jij weg was: er is taart');
  await expect(article(fatma, 'Terwijl jij weg was')).toHaveCount(0);
  channel.mend();
  await expect(fatma.getByText('Weer bij.')).toBeVisible();
  await expect(article(fatma, 'Terwijl jij weg was')).toHaveCount(1);
  await expect(fatma.getByText('Weer bij.')).toHaveCount(0);
});

test('read on one device is read on the other', async ({ signedIn }) => {
  const here = await signedIn('jeroen');
  const there = await signedIn('jeroen', { node: 1 });
  const chidi = await signedIn('chidi');
  const link = there.getByRole('navigation', { name: 'Navigatie' }).getByRole('link', { name: /Heel Vaartland/ });
  const unread = async () => Number(/(\d+) ongelezen/.exec((await link.textContent()) ?? '')?.[1] ?? 0);
  const before = await unread();
  const openICT = async (page: Page) => {
    await openGroup(page, 'Heel Vaartland');
    await page.getByRole('navigation', { name: /Heel Vaartland/ }).getByRole('link', { name: /^ICT/ }).click();
  };
  await openICT(chidi);
  await post(chidi, 'Somebody left a helmet at the coffee corner');
  await expect.poll(unread).toBe(before + 1);

  await openICT(here);
  await expect(article(here, 'Somebody left a helmet')).toBeVisible();
  // A mark passes nothing unseen: what was unread further down is read on the way.
  const readOn = async () => {
    await here.mouse.wheel(0, 150);
    return unread();
  };
  await expect.poll(readOn, { timeout: 30_000, intervals: [1000] }).toBeLessThanOrEqual(before);
});
