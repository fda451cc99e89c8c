import type { Page } from '@playwright/test';
import { expect, losesAccess, openGroup, post, test } from './people.ts';

const inFeed = (page: Page, text: string) => page.getByRole('feed').getByRole('article').filter({ hasText: text });
const comment = (page: Page, text: string) => page.locator('[data-comment]').filter({ hasText: text });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Verplaats het bericht' });

async function openTab(page: Page, group: string, tab: string): Promise<void> {
  await openGroup(page, group);
  const link = page.getByRole('navigation', { name: /^Onderdelen van/ }).getByRole('link', { name: new RegExp(`^${tab}`) });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

async function say(page: Page, below: string, words: string): Promise<void> {
  await inFeed(page, below).getByRole('textbox', { name: 'Schrijf een reactie' }).fill(words);
  await page.keyboard.press('Control+Enter');
  await expect(comment(page, words)).toBeVisible();
}

/// The dialog, with the place chosen.
async function chooseWhere(page: Page, text: string, tab: string): Promise<void> {
  await inFeed(page, text).getByRole('button', { name: /^Wat kun je doen met dit bericht/ }).click();
  await page.getByRole('menuitem', { name: 'Verplaatsen' }).click();
  await dialog(page).getByRole('combobox', { name: /^Waar in/ }).selectOption(tab);
  await expect(dialog(page).getByText('Reacties, antwoorden en emoji gaan mee.')).toBeVisible();
}

test('a post leaves the tab of one reader and comes to another’s with its comment, and goes back at a word', async ({ signedIn }) => {
  const text = 'Wie rijdt zondag mee naar Rhenen?';
  const author = await signedIn('marek');
  const ofFirst = await signedIn('fatma', { node: 1, ...losesAccess });
  const ofSecond = await signedIn('gerrit', { node: 1, ...losesAccess });
  await openTab(author, "Collega's onderling", 'Eten');
  await openTab(ofFirst, "Collega's onderling", 'Eten');
  await openTab(ofSecond, "Collega's onderling", 'Fietsen');
  await post(author, text);
  await expect(inFeed(ofFirst, text)).toBeVisible();
  await say(ofFirst, text, 'Ik neem koffie mee.');
  await expect(comment(author, 'Ik neem koffie mee.')).toBeVisible();

  await chooseWhere(author, text, 'Fietsen');
  await dialog(author).getByRole('button', { name: 'Verplaats', exact: true }).click();
  await expect(dialog(author)).toHaveCount(0);
  await expect(inFeed(author, text)).toHaveCount(0);
  await expect(inFeed(ofFirst, text)).toHaveCount(0);
  await expect(inFeed(ofSecond, text)).toBeVisible();
  await expect(inFeed(ofSecond, text).getByText('Ik neem koffie mee.')).toBeVisible();

  await author.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(inFeed(ofSecond, text)).toHaveCount(0);
  await expect(inFeed(ofFirst, text).getByText('Ik neem koffie mee.')).toBeVisible();
  await expect(inFeed(author, text)).toBeVisible();
});

test('a post comes before guests only when its author says so, and never with what others wrote', async ({ signedIn }) => {
  const text = 'De nieuwe tarieven gaan in januari in';
  const refused = { mayReport: /status of 409/ };
  const author = await signedIn('roos', refused);
  const colleague = await signedIn('gerrit', { node: 1 });
  const guest = await signedIn('anouk', { node: 1, ...losesAccess });
  await openTab(author, 'SSC & Kettingwerk', 'Algemeen');
  await openTab(colleague, 'SSC & Kettingwerk', 'Algemeen');
  await openGroup(guest, 'SSC & Kettingwerk');
  await post(author, text);

  await chooseWhere(author, text, 'Kettingwerk');
  await dialog(author).getByRole('button', { name: 'Verplaats', exact: true }).click();
  await expect(dialog(author).getByRole('alert')).toContainText('Daar lezen mensen mee die dit nu niet kunnen lezen.');
  await expect(inFeed(guest, text)).toHaveCount(0);
  await dialog(author).getByRole('button', { name: 'Toch verplaatsen' }).click();
  await expect(inFeed(guest, text)).toBeVisible();
  await expect(inFeed(colleague, text)).toHaveCount(0);
  await author.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(inFeed(guest, text)).toHaveCount(0);

  await say(colleague, text, 'Nog niet met de klant bespreken.');
  await expect(comment(author, 'Nog niet met de klant bespreken.')).toBeVisible();
  await chooseWhere(author, text, 'Kettingwerk');
  await expect(dialog(author).getByRole('alert')).toContainText('Anderen reageerden hier al.');
  await dialog(author).getByRole('button', { name: 'Annuleren' }).click();
  await expect(inFeed(author, text)).toBeVisible();
});

test('by activity nothing moves under its reader: a comment waits for a word and then brings its post on top', async ({ signedIn }) => {
  const [older, newer] = ['Wie belt de dealer in Gent?', 'De beursstand is geboekt'];
  const author = await signedIn('lisanne');
  const reader = await signedIn('thijs', { node: 1 });
  await openTab(author, 'SSC & Verkoop', 'Verkoop');
  await post(author, older);
  await post(author, newer);
  await openTab(reader, 'SSC & Verkoop', 'Verkoop');
  const first = reader.getByRole('feed').getByRole('article').first();
  await reader.getByRole('button', { name: 'Volgorde van de berichten: Nieuwste eerst' }).click();
  await reader.getByRole('menuitemradio', { name: 'Laatste reactie eerst' }).click();
  await expect(reader.getByRole('button', { name: 'Volgorde van de berichten: Laatste reactie eerst' })).toBeVisible();
  await expect(first).toContainText(newer);

  await say(author, older, 'Dat doe ik vanmiddag.');
  const pill = reader.getByRole('button', { name: 'Nieuwe berichten en reacties tonen' });
  await expect(pill).toBeVisible();
  await expect(first).toContainText(newer);
  await pill.click();
  await expect(first).toContainText(older);
  await expect(first).toContainText('Dat doe ik vanmiddag.');
  await expect(pill).toHaveCount(0);
});
