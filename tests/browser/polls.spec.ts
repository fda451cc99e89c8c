import type { Locator, Page } from '@playwright/test';
import { expect, openGroup, test } from './people.ts';

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const row = (of: Locator, option: string) => of.getByRole('listitem').filter({ hasText: option });
const writing = (page: Page) => page.getByRole('region', { name: 'Nieuw bericht' });
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/// Opens the composer and fills a poll in, up to sending it. On a phone the kind is a tap further.
async function writePoll(page: Page, text: string, options: string[]): Promise<void> {
  await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  if (page.viewportSize()?.width === phone.viewport.width) await writing(page).getByRole('button', { name: 'Meer' }).tap();
  await writing(page).getByText('Peiling', { exact: true }).click();
  await writing(page).getByRole('textbox', { name: 'Je vraag' }).fill(text);
  for (const [at, option] of options.entries()) {
    await writing(page).getByRole('textbox', { name: `Antwoord ${at + 1}` }).fill(option);
    if (at < options.length - 1) await page.keyboard.press('Enter');
  }
}

async function ask(page: Page, text: string, options: string[]): Promise<void> {
  await writePoll(page, text, options);
  await writing(page).getByRole('button', { name: 'Plaats de peiling' }).click();
  await expect(article(page, text).getByRole('button', { name: 'Stem', exact: true })).toBeVisible();
}

async function vote(page: Page, text: string, option: string): Promise<void> {
  await article(page, text).getByRole('radio', { name: option }).check();
  await article(page, text).getByRole('button', { name: 'Stem', exact: true }).click();
}

async function close(page: Page, text: string): Promise<void> {
  await article(page, text).getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
  await page.getByRole('menuitem', { name: 'Sluit de peiling…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sluit de peiling' }).click();
}

test('a poll is voted in, seen by who has voted, changed, and closed, on both nodes', async ({ signedIn }) => {
  const text = 'Welke koffie komt er op de vierde?';
  const asker = await signedIn('thijs');
  const colleague = await signedIn('fatma', { node: 1 });
  for (const page of [asker, colleague]) await openGroup(page, 'SSC & Verkoop');

  await ask(asker, text, ['Filterkoffie', 'Espresso', 'Alles beter dan dit']);
  await expect(article(colleague, text)).toContainText('Nog geen stemmen');
  await vote(colleague, text, 'Espresso');
  await expect(row(article(colleague, text), 'Espresso')).toContainText('jouw keuze');
  await expect(row(article(colleague, text), 'Espresso')).toContainText('100%');

  // How many is everyone's to know, what they chose only theirs who voted.
  await expect(article(asker, text)).toContainText('1 stem');
  await expect(article(asker, text)).not.toContainText('100%');
  await vote(asker, text, 'Filterkoffie');
  await expect(row(article(asker, text), 'Espresso')).toContainText('50%');
  await article(asker, text).getByRole('button', { name: 'Wie koos wat?' }).click();
  const dialog = asker.getByRole('dialog', { name: 'Wie koos wat?' });
  await expect(dialog.getByRole('region', { name: 'Espresso' })).toContainText('Fatma Yıldız');
  await expect(dialog.getByRole('region', { name: 'Filterkoffie' })).toContainText('Thijs de Bruin');
  await dialog.getByRole('button', { name: 'Sluiten' }).click();
  await expect(row(article(colleague, text), 'Filterkoffie')).toContainText('50%');

  await article(colleague, text).getByRole('button', { name: 'Wijzig je stem' }).click();
  await expect(article(colleague, text).getByRole('radio', { name: 'Espresso' })).toBeChecked();
  await vote(colleague, text, 'Filterkoffie');
  await expect(row(article(asker, text), 'Filterkoffie')).toContainText('100%');
  await expect(article(asker, text)).not.toContainText('meeste stemmen');

  await close(asker, text);
  for (const page of [asker, colleague]) {
    await expect(article(page, text)).toContainText('Gesloten sinds');
    await expect(row(article(page, text), 'Filterkoffie')).toContainText('meeste stemmen');
    await expect(article(page, text).getByRole('button', { name: 'Wijzig je stem' })).toHaveCount(0);
  }
});

test('a vote is the same on all of one’s devices, also when it is taken back', async ({ signedIn }) => {
  const text = 'Wie brengt vrijdag de vlaai mee?';
  const here = await signedIn('fatma');
  const there = await signedIn('fatma', { node: 1 });
  for (const page of [here, there]) await openGroup(page, 'SSC & Verkoop');
  await ask(here, text, ['Verkoop', 'HR']);
  await expect(article(there, text).getByRole('button', { name: 'Stem', exact: true })).toBeVisible();
  await vote(here, text, 'HR');
  await expect(row(article(there, text), 'HR')).toContainText('jouw keuze');
  await expect(row(article(there, text), 'HR')).toContainText('100%');
  await article(there, text).getByRole('button', { name: 'Neem je stem terug' }).click();
  await expect(article(here, text).getByRole('button', { name: 'Stem', exact: true })).toBeVisible();
  await expect(article(here, text)).not.toContainText('100%');
  await there.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(row(article(here, text), 'HR')).toContainText('100%');
});

test('an anonymous poll tells nobody anything before it closes, and then only what five votes may', async ({ signedIn }) => {
  const text = 'Hoe druk is het op jouw afdeling?';
  const asker = await signedIn('thijs');
  const colleague = await signedIn('fatma', { node: 1 });
  for (const page of [asker, colleague]) await openGroup(page, 'SSC & Verkoop');
  await writePoll(asker, text, ['Te druk', 'Precies goed']);
  await writing(asker).getByRole('switch', { name: 'Anoniem' }).check();
  await expect(writing(asker)).toContainText('Plein bewaart wie stemde, niet wat iemand koos.');
  await writing(asker).getByRole('button', { name: 'Plaats de peiling' }).click();

  await expect(article(colleague, text)).toContainText('Je stem is definitief');
  await vote(colleague, text, 'Te druk');
  await expect(article(colleague, text)).toContainText('Je hebt gestemd.');
  await colleague.reload();
  await expect(article(colleague, text)).toContainText('Je hebt gestemd.');
  for (const page of [asker, colleague]) {
    await expect(article(page, text)).not.toContainText('1 stem');
    await expect(article(page, text)).not.toContainText('%');
    await expect(article(page, text)).not.toContainText('jouw keuze');
  }
  await expect(article(colleague, text).getByRole('button', { name: /stem/ })).toHaveCount(0);
  await expect(article(asker, text).getByRole('button', { name: 'Stem', exact: true })).toBeVisible();

  await close(asker, text);
  for (const page of [asker, colleague]) {
    await expect(article(page, text)).toContainText('1 stem: te weinig om de uitslag te tonen');
    await expect(article(page, text).getByRole('button', { name: 'Wie koos wat?' })).toHaveCount(0);
  }
});

test('on a phone a list is pasted into a poll, and voting takes two taps on wide rows', async ({ signedIn }) => {
  const text = 'Waar eten we na de late ploeg?';
  const page = await signedIn('marek', phone);
  await openGroup(page, 'SSC & Logistiek');
  await writePoll(page, text, []);
  await writing(page).getByRole('textbox', { name: 'Antwoord 1' }).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Snackbar\nPannenkoeken\nDe eerste de beste die na middernacht nog open is\n');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(writing(page).getByRole('textbox', { name: 'Antwoord 3' })).toHaveValue(/^De eerste de beste/);
  await writing(page).getByRole('combobox', { name: 'Hoelang kan iedereen stemmen?' }).selectOption('1 dag');
  await expectNothingBeside(page);
  await writing(page).getByRole('button', { name: 'Plaats de peiling' }).tap();

  const choice = article(page, text).getByText('Pannenkoeken');
  expect((await choice.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  await choice.tap();
  await article(page, text).getByRole('button', { name: 'Stem', exact: true }).tap();
  await expect(row(article(page, text), 'Pannenkoeken')).toContainText('100%');
  await expectNothingBeside(page);
});

test('a poll that waits for approval shows what it offers to who decides, and is voted in once it is approved', async ({ signedIn }) => {
  const text = 'Voorstel: op welke dag komt het forum bij elkaar?';
  const author = await signedIn('lisanne');
  const moderator = await signedIn('roos', { node: 1 });
  await openGroup(author, 'Klantenforum');
  await author.getByRole('navigation', { name: /^Onderdelen van/ }).getByRole('link', { name: 'Voorstellen' }).click();
  await writePoll(author, text, ['Dinsdag', 'Donderdag']);
  await writing(author).getByRole('button', { name: 'Stuur in' }).click();
  const own = author.getByRole('region', { name: 'Jouw berichten die nog niemand leest' }).getByRole('article').filter({ hasText: text });
  await expect(row(own, 'Donderdag')).toBeVisible();

  await openGroup(moderator, 'Klantenforum');
  await moderator.getByRole('link', { name: /op goedkeuring$/ }).click();
  const queued = article(moderator, text);
  await expect(row(queued, 'Dinsdag')).toBeVisible();
  await expect(queued).toContainText('Eén antwoord');
  await queued.getByRole('button', { name: /^Keur goed/ }).click();
  await expect(queued).toHaveCount(0);
  await expect(author.getByRole('feed').getByRole('article').filter({ hasText: text }).getByRole('radio')).toHaveCount(2);
});

async function expectNothingBeside(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}
