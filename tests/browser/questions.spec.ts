import type { Page } from '@playwright/test';
import { expect, openDepartment, openGroup, test } from './people.ts';

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const comment = (page: Page, text: string) => page.locator('[data-comment]').filter({ hasText: text });
const answer = (page: Page, question: string) => article(page, question).getByRole('region', { name: 'Antwoord' });

/// Asks on the open page, about the service that the words find.
async function ask(page: Page, text: string, about: { words: string; service: string }): Promise<void> {
  await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = page.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Vraag', { exact: true }).click();
  await writing.getByRole('combobox', { name: 'Waar gaat het over?' }).fill(about.words);
  await page.getByRole('option', { name: new RegExp(about.service) }).click();
  await writing.getByRole('textbox', { name: 'Je vraag' }).fill(text);
  await writing.getByRole('button', { name: 'Stel de vraag' }).click();
  await expect(article(page, text)).toBeVisible();
}

async function chooseOf(page: Page, words: string, item: string): Promise<void> {
  await comment(page, words).getByRole('button', { name: /Wat kun je doen/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a question is picked up, answered, accepted and asked again, and each step is seen on the other node', async ({ signedIn }) => {
  const text = 'Waarom mist mijn ploegentoeslag van week 46?';
  const asker = await signedIn('thijs');
  const colleague = await signedIn('fatma', { node: 1 });
  const head = await signedIn('gerrit', { node: 1 });
  for (const page of [asker, colleague, head]) await openGroup(page, 'SSC & Verkoop');

  await ask(asker, text, { words: 'loonstrook', service: 'Salaris en loonstrook' });
  await expect(article(asker, text)).toContainText('aan HR · Salaris en loonstrook');
  await expect(article(colleague, text)).toContainText('aan HR · Salaris en loonstrook');
  await expect(article(asker, text).getByRole('button', { name: 'Ik pak dit op' })).toHaveCount(0);

  await article(colleague, text).getByRole('button', { name: 'Ik pak dit op' }).click();
  await expect(article(colleague, text)).toContainText('Jij pakt dit op');
  await expect(article(asker, text)).toContainText('Fatma Yıldız pakt dit op');

  await article(colleague, text).getByRole('textbox', { name: 'Schrijf een reactie' }).fill('Die staat op de strook van december.');
  await colleague.keyboard.press('Control+Enter');
  await expect(comment(head, 'strook van december')).toBeVisible();
  await chooseOf(head, 'strook van december', 'Markeer als antwoord');
  await expect(answer(asker, text)).toContainText('Die staat op de strook van december.');
  await expect(article(asker, text)).toContainText('Beantwoord');
  await expect(comment(colleague, 'strook van december')).toContainText('Antwoord');

  await answer(asker, text).getByRole('button', { name: 'Dit helpt mij' }).click();
  await expect(article(colleague, text)).toContainText('Opgelost');

  await article(asker, text).getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
  await asker.getByRole('menuitem', { name: 'Open opnieuw…' }).click();
  await asker.getByRole('textbox', { name: 'Wat is nog niet beantwoord?' }).fill('Ook op die van december staat hij niet.');
  await asker.getByRole('button', { name: 'Open opnieuw' }).click();
  await expect(article(colleague, text)).toContainText('Opnieuw geopend: Ook op die van december staat hij niet.');
  await expect(answer(colleague, text)).toHaveCount(0);
});

test('a question that went to nobody is sent on, and then waits at the department', async ({ signedIn }) => {
  const text = 'Wie regelt een tweede beeldscherm thuis?';
  const asker = await signedIn('thijs');
  const reader = await signedIn('gerrit', { node: 1 });
  await openGroup(asker, 'SSC & Verkoop');
  await openDepartment(reader, 'Facilitair');
  const open = reader.getByRole('region', { name: 'Open vragen' });
  await expect(open).toBeVisible();

  await asker.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = asker.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Vraag', { exact: true }).click();
  await expect(writing.getByText('Iemand van de groep stuurt je vraag door.')).toBeVisible();
  await writing.getByRole('textbox', { name: 'Je vraag' }).fill(text);
  await writing.getByRole('button', { name: 'Stel de vraag' }).click();
  await expect(article(asker, text)).toContainText('Wacht op antwoord');

  await article(asker, text).getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
  await asker.getByRole('menuitem', { name: 'Stuur door naar…' }).click();
  const dialog = asker.getByRole('dialog', { name: 'Stuur de vraag door' });
  await dialog.getByRole('combobox', { name: 'Waar gaat het over?' }).fill('facilitair');
  await asker.getByRole('option', { name: /^Facilitair/ }).click();
  await dialog.getByRole('button', { name: 'Stuur door', exact: true }).click();
  await expect(article(asker, text)).toContainText('aan Facilitair');
  await expect(open.getByRole('link', { name: text })).toBeVisible();
});
