import type { Page } from '@playwright/test';
import { expect, openGroup, test } from './people.ts';

const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = page.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Vraag', { exact: true }).click();
  await writing.getByRole('combobox', { name: 'Waar gaat het over?' }).fill('loonstrook');
  await page.getByRole('option', { name: /Salaris en loonstrook/ }).click();
  await writing.getByRole('textbox', { name: 'Je vraag' }).fill(text);
  await writing.getByRole('button', { name: 'Stel de vraag' }).click();
  await expect(article(page, text)).toBeVisible();
}

test('two who ask the same get one answer, and who is not helped by it takes their question apart', async ({ signedIn }) => {
  const first = 'Wanneer komt de eindejaarsuitkering dit jaar?';
  const second = 'Wanneer krijg ik de eindejaarsuitkering?';
  const thijs = await signedIn('thijs');
  const nadia = await signedIn('nadia', { node: 1 });
  const desk = await signedIn('gerrit', { node: 1 });
  for (const page of [thijs, nadia, desk]) await openGroup(page, 'SSC & Verkoop');
  await ask(thijs, first);
  await ask(nadia, second);

  await article(desk, second).getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
  await desk.getByRole('menuitem', { name: 'Voeg samen met…' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Samenvoegen met een gelijke vraag' });
  await dialog.getByRole('radio', { name: first }).check();
  await dialog.getByRole('button', { name: 'Voeg samen' }).click();
  await expect(article(nadia, second).getByRole('link', { name: 'Samengevoegd met de vraag van Thijs de Bruin' })).toBeVisible();
  await expect(article(thijs, first)).toContainText('Ook gevraagd door een collega');
  await nadia.getByRole('button', { name: /^Meldingen/ }).click();
  await expect(nadia.getByRole('dialog').getByRole('link', { name: /Gerrit Postma voegt je vraag samen met een gelijke vraag/ })).toBeVisible();
  await nadia.keyboard.press('Escape');

  await article(desk, first).getByRole('textbox', { name: 'Schrijf een reactie' }).fill('Met het loon van december.');
  await desk.keyboard.press('Control+Enter');
  await desk.locator('[data-comment]').filter({ hasText: 'loon van december' }).getByRole('button', { name: /Wat kun je doen/ }).click();
  await desk.getByRole('menuitem', { name: 'Markeer als antwoord' }).click();
  for (const [page, text] of [[thijs, first], [nadia, second]] as const) {
    await expect(article(page, text).getByRole('region', { name: 'Antwoord' })).toContainText('Met het loon van december.');
  }

  await article(nadia, second).getByRole('button', { name: 'Losmaken' }).click();
  await expect(article(nadia, second).getByRole('region', { name: 'Antwoord' })).toHaveCount(0);
  await expect(article(desk, second).getByRole('link', { name: /^Samengevoegd/ })).toHaveCount(0);
  await expect(article(thijs, first)).not.toContainText('Ook gevraagd');
});
