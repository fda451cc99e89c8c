import type { Page } from '@playwright/test';
import { expect, logins, openGroup, password, post, signIn, test } from './people.ts';

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const rail = (page: Page, group: string) =>
  page.getByRole('navigation', { name: 'Navigatie' }).getByRole('link', { name: new RegExp(group) });
const unreadIn = async (page: Page, group: string) =>
  Number(/(\d+) ongelezen/.exec((await rail(page, group).textContent()) ?? '')?.[1] ?? 0);

async function openTab(page: Page, group: string, tab: string): Promise<void> {
  await openGroup(page, group);
  await page.getByRole('navigation', { name: new RegExp(`Onderdelen van ${group}`) }).getByRole('link', { name: new RegExp(`^${tab}`) }).click();
  await expect(page).toHaveURL(/\/g\/\d+\/\d+$/);
}

/// From now on this page reads nothing by looking: what is unread stays so. In the page itself: what it says while it is
/// left passes by every route.
async function onlyLooking(page: Page): Promise<void> {
  const holdMarks = () => {
    const fetch = window.fetch.bind(window);
    window.fetch = (to, init) =>
      typeof to === 'string' && /\/api\/tabs\/\d+\/reading$/.test(to) ? new Promise(() => undefined) : fetch(to, init);
  };
  await page.addInitScript(holdMarks);
  await page.evaluate(holdMarks);
}

/// Whatever there was: from here on everything is new.
async function readAll(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByText('Je bent bij')).toBeVisible();
  const all = page.getByRole('button', { name: 'Alles gelezen', exact: true });
  if ((await all.count()) > 0) await all.click();
  await expect(page.getByText('Geen nieuwe berichten.')).toBeVisible();
}

test('all is read at one word, on every device, and unread again at another', async ({ signedIn, visit }) => {
  const roos = await signedIn('roos');
  await openTab(roos, 'SSC & Verkoop', 'Algemeen');
  await post(roos, 'Voor wie van een dag vrij terugkomt');
  const here = await visit();
  const there = await visit({ node: 1 });
  for (const device of [here, there]) {
    await onlyLooking(device);
    await signIn(device, logins.thijs);
  }
  await there.goto('/groups');
  await expect.poll(() => unreadIn(there, 'SSC & Verkoop')).toBeGreaterThan(0);
  const before = await unreadIn(there, 'SSC & Verkoop');

  await readAll(here);
  await expect(here.getByText('Je bent bij')).toBeVisible();
  await expect(here.getByRole('article')).toHaveCount(0);
  await expect.poll(() => unreadIn(there, 'SSC & Verkoop')).toBe(0);

  await here.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect.poll(() => unreadIn(there, 'SSC & Verkoop')).toBe(before);
  await expect(here.getByText('Geen nieuwe berichten.')).toHaveCount(0);
});

test('what one reads on Home is read on the other device, and stays where it is', async ({ signedIn }) => {
  const roos = await signedIn('roos');
  const here = await signedIn('lisanne');
  const there = await signedIn('lisanne', { node: 1 });
  await readAll(here);
  await there.goto('/groups');
  await openTab(roos, 'SSC & Verkoop', 'Verkoop');
  await post(roos, 'Gent wil er nog honderd bij');

  await article(here, 'Gent wil er nog honderd bij').scrollIntoViewIfNeeded();
  await expect.poll(() => unreadIn(there, 'SSC & Verkoop'), { timeout: 15_000 }).toBe(0);
  await expect(here.getByText('Geen nieuwe berichten.')).toBeVisible();
  await expect(article(here, 'Gent wil er nog honderd bij')).toBeVisible();
  await expect(here.getByText('Je bent bij')).toBeVisible();

  await here.getByRole('button', { name: 'Toon wat je eerder las' }).click();
  await expect(here.getByRole('feed', { name: 'Eerder gelezen' }).getByRole('article').first()).toBeVisible();
  await here.goto('/groups');
  await here.goto('/');
  await expect(here.getByText('Je bent bij')).toBeVisible();
  await expect(here.getByRole('article')).toHaveCount(0);
});

test('a tab that is muted on one device is a dot on the other, and nothing on Home', async ({ signedIn }) => {
  const roos = await signedIn('roos');
  const here = await signedIn('nadia');
  const there = await signedIn('nadia', { node: 1 });
  await readAll(there);
  await openTab(here, 'SSC & Verkoop', 'Verkoop');
  await here.getByRole('button', { name: 'Volgen van Verkoop: Je volgt dit' }).click();
  const kept = here.waitForResponse(/\/following$/);
  await here.getByRole('menuitemradio', { name: /^Dempen/ }).click();
  await kept;
  await expect(here.getByRole('button', { name: 'Volgen van Verkoop: Gedempt' })).toBeVisible();
  await here.goto('/groups');

  await openTab(roos, 'SSC & Verkoop', 'Verkoop');
  await post(roos, 'Hier is het stil, maar niet leeg');
  await expect(rail(there, 'SSC & Verkoop')).toHaveText(/ongelezen berichten/);
  expect(await unreadIn(there, 'SSC & Verkoop')).toBe(0);
  await expect(article(there, 'Hier is het stil')).toHaveCount(0);
  await expect(there.getByText('Geen nieuwe berichten.')).toBeVisible();
});

test('one side alone, and the choice is kept', async ({ signedIn }) => {
  const priya = await signedIn('priya');
  const roos = await signedIn('roos');
  const joris = await signedIn('joris');
  await readAll(joris);
  await onlyLooking(joris);
  await joris.goto('/groups');
  await openTab(priya, 'SSC & Verkoop', 'Algemeen');
  await post(priya, 'Van ons in Zwolle');
  await openTab(roos, 'SSC & Verkoop', 'Algemeen');
  await post(roos, 'Van ons in Utrecht');

  await joris.goto('/');
  await expect(article(joris, 'Van ons in Utrecht')).toBeVisible();
  await joris.getByText('Van het SSC', { exact: true }).click();
  await expect(article(joris, 'Van ons in Zwolle')).toBeVisible();
  await expect(article(joris, 'Van ons in Utrecht')).toHaveCount(0);
  await joris.reload();
  await expect(joris.getByRole('radio', { name: 'Van het SSC' })).toBeChecked();
  await expect(article(joris, 'Van ons in Utrecht')).toHaveCount(0);
});

test('n goes to what is unread, g h home, and the help page tells what words mean', async ({ signedIn, visit }) => {
  const priya = await signedIn('priya');
  await openTab(priya, 'SSC & Verkoop', 'Algemeen');
  await post(priya, 'Iets om naar toe te lopen');
  const ineke = await visit();
  await onlyLooking(ineke);
  await signIn(ineke, logins.ineke);
  await ineke.goto('/groups');
  await expect(ineke.getByRole('heading', { name: 'Groepen', level: 1 })).toBeVisible();
  await ineke.keyboard.press('g');
  await ineke.keyboard.press('h');
  await expect(ineke.getByRole('heading', { name: /Ineke/, level: 1 })).toBeVisible();
  await expect(ineke.getByText('Je bent bij')).toBeVisible();
  await ineke.keyboard.press('n');
  await expect(ineke.locator('article[data-unread]:focus, [data-news]:focus')).toHaveCount(1);

  await ineke.keyboard.press('?');
  await ineke.getByRole('link', { name: /Wat de woorden betekenen/ }).click();
  await expect(ineke.getByRole('heading', { name: 'Hulp', level: 1 })).toBeVisible();
  await expect(ineke.getByText('Dempen', { exact: true })).toBeVisible();
});

test('the first minutes lead someone new on a phone to a first post, and never come back', async ({ visit }) => {
  const phone = { viewport: { width: 390, height: 844 } };
  const emine = await visit(phone);
  await emine.goto('/');
  await emine.getByLabel('E-mailadres of personeelsnummer').fill(logins.emine);
  await emine.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await emine.getByRole('button', { name: 'Log in' }).click();

  await expect(emine.getByRole('heading', { name: 'Welkom, Emine' })).toBeVisible();
  await emine.getByRole('button', { name: 'Verder' }).click();
  await expect(emine.getByText('Gesloten is gesloten')).toBeVisible();
  await emine.getByRole('button', { name: 'Verder' }).click();
  await expect(emine.getByText('SSC & Logistiek')).toBeVisible();
  await emine.getByRole('button', { name: 'Verder' }).click();
  await emine.getByRole('textbox', { name: 'Je bericht' }).fill('Hallo, ik ben Emine van voorraadbeheer');
  const kept = emine.waitForResponse(/\/api\/me\/welcome$/);
  await emine.getByRole('button', { name: 'Plaats bericht' }).dblclick();
  await kept;
  await expect(article(emine, 'Hallo, ik ben Emine'), 'pressed twice, posted once').toHaveCount(1);

  await emine.goto('/');
  await expect(emine.getByRole('heading', { name: /Emine/, level: 1 })).toBeVisible();
  await expect(emine.getByText('Zo werkt het')).toHaveCount(0);
});
