import type { Page } from '@playwright/test';
import { expect, openGroup, test } from './people.ts';

const waiting = (page: Page, text: string) => page.getByRole('region', { name: 'Jouw berichten die nog niemand leest' }).getByRole('article').filter({ hasText: text });
const inFeed = (page: Page, text: string) => page.getByRole('feed').getByRole('article').filter({ hasText: text });

async function openProposals(page: Page): Promise<void> {
  await openGroup(page, 'Klantenforum');
  await page.getByRole('navigation', { name: /^Onderdelen van/ }).getByRole('link', { name: 'Voorstellen' }).click();
}

async function sendIn(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /Wat wil je delen/ }).click();
  await page.getByRole('textbox', { name: 'Je bericht' }).fill(text);
  await expect(page.getByText(/Een moderator bekijkt je bericht eerst\. Zichtbaar voor/)).toBeVisible();
  await page.getByRole('button', { name: 'Stuur in' }).click();
  await expect(waiting(page, text)).toBeVisible();
}

test('what a member sends in waits, unseen by others, until a moderator approves it', async ({ signedIn }) => {
  const text = 'Voorstel: één kaart met alle laadpalen';
  const author = await signedIn('lisanne');
  const reader = await signedIn('gerrit', { node: 1 });
  const moderator = await signedIn('roos', { node: 1 });
  await openProposals(reader);
  await openGroup(moderator, 'Klantenforum');
  await moderator.getByRole('link', { name: /wachten op goedkeuring$/ }).click();
  await expect(moderator.getByRole('heading', { name: 'Wacht op goedkeuring', level: 1 })).toBeVisible();

  await openProposals(author);
  await sendIn(author, text);
  await expect(waiting(author, text).getByRole('heading', { name: 'Wacht op goedkeuring' })).toBeVisible();
  const queued = moderator.getByRole('article').filter({ hasText: text });
  await expect(queued).toBeVisible();
  await expect(reader.getByText(text)).toHaveCount(0);
  await author.reload();
  await expect(waiting(author, text)).toBeVisible();

  await waiting(author, text).getByRole('button', { name: 'Aanpassen' }).click();
  await author.getByRole('textbox', { name: 'Bericht aanpassen' }).fill(`${text}, ook die in Tiel`);
  await author.getByRole('button', { name: 'Opslaan' }).click();
  await expect(queued.filter({ hasText: 'ook die in Tiel' })).toBeVisible();

  await queued.getByRole('button', { name: /^Keur goed/ }).focus();
  await moderator.keyboard.press('Enter');
  await expect(queued).toHaveCount(0);
  await expect(inFeed(reader, 'ook die in Tiel')).toBeVisible();
  await expect(inFeed(author, 'ook die in Tiel')).toBeVisible();
  await expect(waiting(author, text)).toHaveCount(0);

  await inFeed(author, text).getByRole('button', { name: /^Wat kun je doen/ }).click();
  await expect(author.getByRole('menuitem', { name: 'Verwijderen' })).toBeVisible();
  await expect(author.getByRole('menuitem', { name: 'Aanpassen' })).toHaveCount(0);
});

test('what is declined stays with its author and the reason, to be sent in again', async ({ signedIn }) => {
  const text = 'Voorstel: alle vergaderingen voor 9.00 uur';
  const author = await signedIn('marek');
  const moderator = await signedIn('roos');
  await openProposals(author);
  await sendIn(author, text);
  await openGroup(moderator, 'Klantenforum');
  await moderator.getByRole('link', { name: /op goedkeuring$/ }).click();
  const queued = moderator.getByRole('article').filter({ hasText: text });
  await queued.getByRole('button', { name: /^Keur niet goed/ }).click();
  const dialog = moderator.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keur niet goed' }).click();
  await expect(dialog.getByText('Schrijf op waarom.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Zeg erbij voor wie je dit wilt.');
  await dialog.getByRole('button', { name: 'Keur niet goed' }).click();
  await expect(queued).toHaveCount(0);

  const declined = waiting(author, text);
  await expect(declined.getByRole('heading', { name: 'Roos van der Meulen keurde dit niet goed' })).toBeVisible();
  await expect(declined.getByText('Zeg erbij voor wie je dit wilt.')).toBeVisible();
  await declined.getByRole('button', { name: 'Pas aan en stuur opnieuw in' }).click();
  await author.getByRole('textbox', { name: 'Bericht aanpassen' }).fill(`${text}, voor de late ploeg`);
  await author.getByRole('button', { name: 'Stuur opnieuw in' }).click();
  await expect(waiting(author, 'voor de late ploeg').getByRole('heading', { name: 'Wacht op goedkeuring' })).toBeVisible();
  await expect(moderator.getByRole('article').filter({ hasText: 'voor de late ploeg' })).toBeVisible();

  await waiting(author, text).getByRole('button', { name: 'Trek in' }).click();
  await expect(waiting(author, text)).toHaveCount(0);
  await expect(moderator.getByRole('article').filter({ hasText: text })).toHaveCount(0);
  await author.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(waiting(author, text)).toBeVisible();
  await expect(moderator.getByRole('article').filter({ hasText: text })).toBeVisible();
});

test('an owner chooses that a tab asks for approval, and may change their mind', async ({ signedIn }) => {
  const owner = await signedIn('priya');
  await openGroup(owner, 'Klantenforum');
  await owner.getByRole('link', { name: 'Indeling' }).click();
  await expect(owner.getByText(/een eigenaar of moderator keurt ze goed/)).toBeVisible();
  await owner.getByRole('button', { name: 'Voorstellen aanpassen' }).click();
  await owner.getByRole('radio', { name: 'Iedereen die meeleest' }).check();
  await expect(owner.getByText('Wat al op goedkeuring wacht, blijft wachten tot iemand beslist.')).toBeVisible();
  await owner.getByRole('button', { name: 'Annuleren' }).click();
});
