import type { Page } from '@playwright/test';
import { previewed } from './language_states.ts';
import { expect, keepDraftsHere, openGroup, post, test } from './people.ts';

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

test('a post is read in two languages, each in their own, and follows its author’s changes on another node', async ({ signedIn }) => {
  const gerrit = await signedIn('gerrit', { node: 1 });
  const chidi = await signedIn('chidi');
  await openGroup(gerrit, 'SSC & Assemblage');
  await openGroup(chidi, 'SSC & Assemblage');
  await chidi.getByRole('button', { name: /What do you want to share/ }).first().click();
  const writing = chidi.getByRole('region', { name: 'New post' });
  await writing.getByRole('textbox', { name: 'Your post' }).fill('The paint shop stands still until noon.');
  await writing.getByRole('button', { name: 'Also in Dutch' }).click();
  await writing.getByRole('textbox', { name: 'Your text in Dutch' }).fill('De spuiterij staat stil tot de middag.');
  await writing.getByRole('button', { name: 'Post', exact: true }).click();
  const own = article(chidi, 'The paint shop stands still');
  await expect(own).toBeVisible();

  const dutch = article(gerrit, 'De spuiterij staat stil');
  await expect(dutch.locator('[lang=nl]').getByText('De spuiterij staat stil tot de middag.')).toBeVisible();
  await dutch.getByRole('button', { name: 'Lees in het Engels' }).click();
  const theirs = article(gerrit, 'The paint shop');
  await expect(theirs.locator('[lang=en]').getByText('The paint shop stands still until noon.')).toBeVisible();
  await theirs.getByRole('button', { name: 'Lees in het Nederlands' }).click();

  await own.getByRole('button', { name: /^What you can do/ }).click();
  await chidi.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  await chidi.getByRole('textbox', { name: 'Edit post' }).fill('The paint shop stands still until one.');
  await chidi.getByRole('button', { name: 'Save' }).click();
  await expect(dutch).toContainText('Het origineel is daarna aangepast.');
  await own.getByRole('button', { name: /^What you can do/ }).click();
  await chidi.getByRole('menuitem', { name: 'Edit the translation' }).click();
  await chidi.getByRole('textbox', { name: 'Your text in Dutch' }).fill('De spuiterij staat stil tot een uur.');
  await chidi.getByRole('button', { name: 'Save' }).click();
  await expect(article(gerrit, 'tot een uur')).not.toContainText('Het origineel is daarna aangepast.');

  await own.getByRole('button', { name: /^What you can do/ }).click();
  await chidi.getByRole('menuitem', { name: 'Remove the translation' }).click();
  await expect(theirs).toContainText('until one');
  await expect(theirs.getByRole('button', { name: /^Lees in/ })).toHaveCount(0);
  await chidi.getByRole('button', { name: 'Undo' }).click();
  await expect(article(gerrit, 'tot een uur')).toBeVisible();
});

test('what is begun in two languages is there after a reload, on a narrow phone too', async ({ signedIn }) => {
  const page = await signedIn('gerrit', { viewport: { width: 320, height: 640 } });
  await keepDraftsHere(page);
  await openGroup(page, 'SSC & Logistiek');
  await page.getByRole('button', { name: /Wat wil je delen|Verder met je concept/ }).first().click();
  await page.getByRole('textbox', { name: 'Je bericht' }).fill('Een halve zin');
  await page.getByRole('button', { name: 'Ook in het Engels' }).click();
  const field = page.getByRole('textbox', { name: 'Je tekst in het Engels' });
  await expect(field).toBeFocused();
  await field.fill('Half a sentence');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.reload();
  await expect(field).toHaveValue('Half a sentence');
  await expect(page.getByRole('textbox', { name: 'Je bericht' })).toHaveValue('Een halve zin');
});

test('a link to a page outside has a preview, which its reader can hide for good', async ({ signedIn }) => {
  const page = await signedIn('lisanne');
  await previewed(page);
  await openGroup(page, 'SSC & Verkoop');
  await post(page, 'Zie https://www.rijnhaven.example/kades');
  const card = article(page, 'Zie https').getByRole('link', { name: /De kades gaan open/ });
  await expect(card).toHaveAttribute('href', 'https://www.rijnhaven.example/kades');
  await expect(card).toHaveAttribute('rel', 'noopener noreferrer');
  await article(page, 'Zie https').getByRole('button', { name: 'Voorbeeld verbergen' }).click();
  await expect(card).toHaveCount(0);
  await page.reload();
  await expect(article(page, 'Zie https')).toBeVisible();
  await expect(card).toHaveCount(0);
});
