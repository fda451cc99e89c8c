import type { Page } from '@playwright/test';
import { expect, losesAccess, openGroup, post, test } from './people.ts';

const bar = (page: Page) => page.getByRole('navigation', { name: /^Onderdelen van/ });
const shown = async (page: Page) => (await bar(page).getByRole('link').allTextContents()).map((name) => name.replace(/[\d(].*$/, ''));
const arrangement = (page: Page) => page.getByRole('list', { name: /^Onderdelen van/ });

const ordered = (page: Page) =>
  page.waitForResponse((response) => response.url().endsWith('/tabs/order') && response.ok());

async function arrange(page: Page): Promise<void> {
  await openGroup(page, 'SSC & Assemblage');
  await page.getByRole('link', { name: 'Indeling' }).click();
  await expect(page.getByRole('heading', { name: 'Indeling', level: 1 })).toBeVisible();
}

test('an owner adds, narrows, renames, orders and archives; everyone else follows without a reload', async ({ signedIn }) => {
  test.setTimeout(90_000);
  const owner = await signedIn('gerrit');
  const outside = await signedIn('jeroen', { node: 1, ...losesAccess });
  const inside = await signedIn('femke', { node: 1, ...losesAccess });
  await openGroup(outside, 'SSC & Assemblage');
  await openGroup(inside, 'SSC & Assemblage');

  await arrange(owner);
  await owner.getByRole('button', { name: 'Onderdeel toevoegen' }).click();
  await owner.getByRole('textbox', { name: 'Naam' }).fill('Roosters');
  await owner.getByRole('combobox', { name: /^Afdeling/ }).selectOption('HR');
  await owner.getByRole('button', { name: 'Voeg toe' }).click();
  for (const page of [outside, inside]) {
    await bar(page).getByRole('link', { name: 'Roosters' }).click();
    await expect(page.getByText('Hier staat nog niets.')).toBeVisible();
  }
  await post(outside, 'Ik lees nog mee met de roosters');
  await expect(inside.getByRole('article').filter({ hasText: 'Ik lees nog mee' })).toBeVisible();

  await owner.getByRole('button', { name: 'Roosters aanpassen' }).click();
  await owner.getByRole('radio', { name: 'Alleen leden die bij HR werken' }).check();
  await expect(owner.getByText(/Nu lezen alle \d+ leden en|Nu lezen alle \d+ leden mee\. Straks lezen alleen de \d+ leden van HR mee\./)).toBeVisible();
  await owner.getByRole('button', { name: 'Opslaan' }).click();
  await expect(outside.getByText('Je ziet dit onderdeel niet meer')).toBeVisible();
  await expect(outside.getByRole('article')).toHaveCount(0);
  await expect(bar(outside).getByRole('link', { name: 'Roosters' })).toHaveCount(0);
  await expect(inside.getByRole('article').filter({ hasText: 'Ik lees nog mee' })).toBeVisible();
  await outside.getByRole('link', { name: 'Naar alles van deze groep' }).click();
  await expect(outside.getByRole('article').first()).toBeVisible();
  await expect(outside.getByText('Ik lees nog mee')).toHaveCount(0);

  await owner.getByRole('button', { name: 'Roosters aanpassen' }).click();
  await owner.getByRole('textbox', { name: 'Naam' }).fill('Diensten');
  await owner.getByRole('button', { name: 'Opslaan' }).click();
  await expect(bar(inside).getByRole('link', { name: 'Diensten' })).toBeVisible();

  await owner.getByRole('button', { name: /^Verplaats Diensten/ }).focus();
  await owner.keyboard.press('ArrowUp');
  await owner.keyboard.press('ArrowUp');
  await expect(owner.getByText(/Diensten staat nu op plaats/)).toBeAttached();
  await expect.poll(async () => (await shown(inside)).indexOf('Diensten')).toBe((await shown(inside)).length - 3);

  await owner.getByRole('button', { name: 'Meer doen met Diensten' }).click();
  await owner.getByRole('menuitem', { name: 'Archiveren' }).click();
  await expect(inside.getByText('Je ziet dit onderdeel niet meer')).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Zet Diensten terug' })).toBeVisible();
  await owner.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(arrangement(owner).getByText('Diensten', { exact: true })).toBeVisible();
  await expect(inside.getByRole('article').filter({ hasText: 'Ik lees nog mee' })).toBeVisible();
});

test('a tab is moved by the pointer that holds it', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  await arrange(owner);
  const rows = arrangement(owner).getByRole('listitem');
  const second = await rows.nth(1).locator('p').first().textContent();
  const handle = await rows.nth(1).getByRole('button', { name: /^Verplaats/ }).boundingBox();
  const first = await rows.nth(0).boundingBox();
  if (!handle || !first) throw new Error('not drawn');
  await owner.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await owner.mouse.down();
  await owner.mouse.move(first.x + 20, first.y + 6, { steps: 8 });
  await expect(rows.nth(0).locator('p').first()).toHaveText(second ?? '');
  const saved = ordered(owner);
  await owner.mouse.up();
  await saved;
  await owner.reload();
  await expect(arrangement(owner).getByRole('listitem').nth(0).locator('p').first()).toHaveText(second ?? '');
  await owner.getByRole('button', { name: `Meer doen met ${second ?? ''}` }).click();
  const back = ordered(owner);
  await owner.getByRole('menuitem', { name: 'Omlaag' }).click();
  await back;
});

test('what a tab held appears in an open feed when the tab is opened or brought back', async ({ signedIn }) => {
  test.setTimeout(90_000);
  const owner = await signedIn('gerrit');
  const reader = await signedIn('jeroen', { node: 1, ...losesAccess });
  await arrange(owner);
  await owner.getByRole('button', { name: 'Onderdeel toevoegen' }).click();
  await owner.getByRole('combobox', { name: /^Afdeling/ }).selectOption('HR');
  await owner.getByRole('textbox', { name: 'Naam' }).fill('Kluis');
  await owner.getByRole('radio', { name: 'Alleen leden die bij HR werken' }).check();
  await owner.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(arrangement(owner).getByText('Kluis', { exact: true })).toBeVisible();
  const writer = await signedIn('femke');
  await openGroup(writer, 'SSC & Assemblage');
  await bar(writer).getByRole('link', { name: 'Kluis' }).click();
  await post(writer, 'Dit lag in de kluis');

  await openGroup(reader, 'SSC & Assemblage');
  await expect(reader.getByRole('article').first()).toBeVisible();
  const held = reader.getByRole('article').filter({ hasText: 'Dit lag in de kluis' });
  await expect(held).toHaveCount(0);
  await owner.getByRole('button', { name: 'Kluis aanpassen' }).click();
  await owner.getByRole('radio', { name: 'Alle leden', exact: true }).check();
  await owner.getByRole('button', { name: 'Opslaan' }).click();
  await expect(held).toBeVisible();

  await owner.getByRole('button', { name: 'Meer doen met Kluis' }).click();
  await owner.getByRole('menuitem', { name: 'Archiveren' }).click();
  await expect(held).toHaveCount(0);
  await owner.getByRole('button', { name: 'Zet Kluis terug' }).click();
  await expect(held).toBeVisible();
  await owner.getByRole('button', { name: 'Meer doen met Kluis' }).click();
  await owner.getByRole('menuitem', { name: 'Archiveren' }).click();
  await expect(bar(reader).getByRole('link', { name: 'Kluis' })).toHaveCount(0);
});
