import type { Page } from '@playwright/test';
import { expect, openGroup, test } from './people.ts';

/// Where no other test writes.
async function openCycling(page: Page): Promise<void> {
  await openGroup(page, "Collega's onderling");
  await page.getByRole('navigation', { name: /^Onderdelen van/ }).getByRole('link', { name: /^Fietsen/ }).click();
  await expect(page).toHaveURL(/\/g\/\d+\/\d+$/);
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Je bericht' });
const inFeed = (page: Page, text: string) => page.getByRole('feed').getByRole('article').filter({ hasText: text });

test('what one begins on one device is gone on with on another, and is no draft anywhere once it is posted', async ({ signedIn }) => {
  const [begun, whole] = ['Zaterdag rijden we', 'Zaterdag rijden we naar Wijk bij Duurstede'];
  const desk = await signedIn('ineke');
  const phone = await signedIn('ineke', { node: 1, viewport: { width: 390, height: 844 } });
  await openCycling(phone);
  await openCycling(desk);
  await desk.getByRole('button', { name: /Wat wil je delen/ }).click();
  await field(desk).fill(begun);
  await expect(desk.getByText('Concept opgeslagen')).toBeVisible();

  await phone.getByRole('button', { name: 'Verder met je concept in Fietsen' }).click();
  await expect(field(phone)).toHaveValue(begun);
  await field(phone).fill(whole);
  await expect(phone.getByText('Concept opgeslagen')).toBeVisible();
  await expect(field(desk)).toHaveValue(whole);

  await phone.getByRole('button', { name: 'Plaats bericht' }).click();
  await expect(inFeed(phone, whole)).toBeVisible();
  await expect(inFeed(desk, whole)).toBeVisible();
  await expect(field(desk)).toHaveValue('');
  await desk.goto('/drafts');
  await expect(desk.getByText('Je hebt geen concepten.')).toBeVisible();
});

test('what is posted later waits unseen, can be changed, and is read on the other node once it is published', async ({ signedIn }) => {
  const text = 'Wie fietst er volgend jaar mee over de dijk?';
  const author = await signedIn('ineke');
  const reader = await signedIn('bram', { node: 1 });
  await openCycling(reader);
  await expect(reader.getByRole('feed')).toBeVisible();

  await openCycling(author);
  await author.getByRole('button', { name: /Wat wil je delen/ }).click();
  await field(author).fill(text);
  await author.getByRole('button', { name: 'Later plaatsen' }).click();
  const dialog = author.getByRole('dialog', { name: 'Later plaatsen' });
  await dialog.getByText('Een ander moment', { exact: true }).click();
  await dialog.getByLabel('Dag en tijd').fill(inDays(200));
  await dialog.getByRole('button', { name: 'Kies dit moment' }).click();
  await author.getByRole('button', { name: /^Plaats op .+ om 08\.30 uur$/ }).click();
  await expect(author.getByText(/^Ingepland voor .+ om 08\.30 uur\./)).toBeVisible();
  await expect(inFeed(author, text)).toHaveCount(0);

  await author.goto('/scheduled');
  const card = author.getByRole('article').filter({ hasText: text });
  await expect(card.getByRole('heading', { name: /om 08\.30 uur$/ })).toBeVisible();
  await card.getByRole('button', { name: 'Aanpassen' }).click();
  await author.getByRole('textbox', { name: 'Bericht aanpassen' }).fill(`${text} Ook beginners.`);
  await author.getByRole('button', { name: 'Opslaan' }).click();
  await expect(card).toContainText('Ook beginners.');
  await expect(author.getByRole('textbox', { name: 'Bericht aanpassen' })).toHaveCount(0);
  await expect(reader.getByText(text)).toHaveCount(0);

  await card.getByRole('button', { name: 'Nu plaatsen' }).click();
  await expect(author.getByText('Je bericht staat er.')).toBeVisible();
  await expect(author.getByText('Je hebt niets ingepland.')).toBeVisible();
  await expect(inFeed(reader, `${text} Ook beginners.`)).toBeVisible();
});

/// As one fills it in.
const inDays = (days: number) => `${new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10)}T08:30`;
