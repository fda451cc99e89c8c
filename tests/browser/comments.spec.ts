import type { Page } from '@playwright/test';
import { expect, openGroup, post, test } from './people.ts';

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const comment = (page: Page, text: string) => page.locator('[data-comment]').filter({ hasText: text });

async function reply(page: Page, to: string, words: string): Promise<void> {
  await article(page, to).getByRole('textbox', { name: 'Schrijf een reactie' }).fill(words);
  await page.keyboard.press('Control+Enter');
  await expect(comment(page, words)).toBeVisible();
}

test('two people talk below a post, on two nodes: what one says, changes and takes back the other sees', async ({ signedIn }) => {
  const marek = await signedIn('marek');
  const fatma = await signedIn('fatma', { node: 1 });
  await openGroup(marek, 'SSC & Logistiek');
  await openGroup(fatma, 'SSC & Logistiek');
  await post(marek, 'Wie heeft de sleutel van dok 3?');
  await reply(fatma, 'sleutel van dok 3', 'Die hangt bij mij.');
  await expect(comment(marek, 'Die hangt bij mij.')).toBeVisible();

  await comment(marek, 'Die hangt bij mij.').getByRole('button', { name: /^Citeren/ }).click();
  await reply(marek, 'sleutel van dok 3', 'Ik kom hem halen.');
  await expect(comment(fatma, 'Ik kom hem halen.')).toContainText('Citaat van Fatma Yıldız');

  await comment(fatma, 'Die hangt bij mij.').first().getByRole('button', { name: /Wat kun je doen/ }).click();
  await fatma.getByRole('menuitem', { name: 'Verwijderen' }).click();
  await expect(article(marek, 'sleutel van dok 3').locator('[data-comment]')).toHaveCount(1);
  await fatma.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(article(marek, 'sleutel van dok 3').locator('[data-comment]')).toHaveCount(2);
});

test('a tap on an emoji is counted on every screen, and who tapped can be read', async ({ signedIn }) => {
  const gerrit = await signedIn('gerrit');
  const chidi = await signedIn('chidi', { node: 1 });
  await openGroup(gerrit, 'SSC & Assemblage');
  await openGroup(chidi, 'SSC & Assemblage');
  await post(gerrit, 'Lijn 4 haalde vandaag 61 frames');
  const theirs = article(chidi, '61 frames');
  await theirs.getByRole('button', { name: 'Add a reaction' }).first().click();
  await chidi.getByRole('menuitem', { name: 'Well done' }).click();
  const own = article(gerrit, '61 frames');
  await own.getByRole('button', { name: 'Knap gedaan: 1' }).click();
  await expect(theirs.getByRole('button', { name: 'Well done: 2' })).toHaveAttribute('aria-pressed', 'true');
  await own.getByRole('button', { name: '2 mensen kozen een emoji' }).click();
  await expect(gerrit.getByRole('dialog')).toContainText('Chidi Okafor');
  await gerrit.keyboard.press('Escape');
  await own.getByRole('button', { name: 'Knap gedaan: 2' }).click();
  await expect(theirs.getByRole('button', { name: 'Well done: 1' })).toBeVisible();
});

test('a link to a comment leads to it, however far up it stands', async ({ signedIn }) => {
  const roos = await signedIn('roos');
  await openGroup(roos, 'SSC & Verkoop');
  await post(roos, 'Een lange draad');
  await reply(roos, 'Een lange draad', 'De eerste van velen');
  const link = await comment(roos, 'De eerste van velen').locator('a[href*="comment="]').getAttribute('href');
  for (let i = 2; i <= 24; i += 1) await reply(roos, 'Een lange draad', `Nummer ${String(i)}`);
  await roos.goto(link ?? '');
  await expect(comment(roos, 'De eerste van velen')).toBeInViewport();
  await expect(roos.locator('[data-marked]')).toBeFocused();
});

test('what one has begun to write is there again after a reload, and goes with what is sent', async ({ signedIn }) => {
  const lisanne = await signedIn('lisanne');
  await openGroup(lisanne, 'SSC & Verkoop');
  await post(lisanne, 'Straks verder');
  const field = article(lisanne, 'Straks verder').getByRole('textbox', { name: 'Schrijf een reactie' });
  await field.fill('Half af');
  await lisanne.reload();
  await expect(field).toHaveValue('Half af');
  await lisanne.keyboard.press('Tab');
  await field.press('Control+Enter');
  await expect(comment(lisanne, 'Half af')).toBeVisible();
  await lisanne.reload();
  await expect(comment(lisanne, 'Half af')).toBeVisible();
  await expect(field).toHaveValue('');
});
