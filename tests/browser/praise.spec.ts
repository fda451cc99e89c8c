import { expect, openGroup, test } from './people.ts';

test('a compliment names who is thanked, appears on another node, and tells them', async ({ signedIn }) => {
  const fatma = await signedIn('fatma', { node: 1 });
  await openGroup(fatma, 'SSC & Kettingwerk');
  const bram = await signedIn('bram');
  await openGroup(bram, 'SSC & Kettingwerk');
  await bram.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = bram.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Compliment', { exact: true }).click();
  const whom = writing.getByRole('combobox', { name: 'Voor wie?' });
  for (const name of ['Fatma Yıldız', 'Marleen Schipper']) {
    await whom.pressSequentially(name.slice(0, 4));
    await expect(bram.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    await expect(whom).toHaveAttribute('aria-activedescendant', /./);
    await bram.keyboard.press('Enter');
    await expect(writing.getByRole('list', { name: 'Voor wie?' }).getByText(name)).toBeVisible();
  }
  await writing.getByRole('textbox', { name: 'Je compliment' }).fill('Voor de proefloonstrook in drie talen');
  await writing.getByRole('button', { name: 'Geef compliment' }).click();
  await expect(bram.getByRole('article').filter({ hasText: 'in drie talen' })).toContainText('Compliment voor Fatma Yıldız en Marleen Schipper');

  const pill = fatma.getByRole('button', { name: /nieuw bericht/ });
  const card = fatma.getByRole('article').filter({ hasText: 'in drie talen' });
  await expect(pill.or(card).first()).toBeVisible();
  if (await pill.isVisible()) await pill.click();
  await expect(card).toContainText('Compliment voor jou en Marleen Schipper');
  await fatma.getByRole('button', { name: /^Meldingen, \d+ ongelezen/ }).click();
  await expect(fatma.getByRole('dialog').getByRole('link', { name: /Bram Kuipers geeft je een compliment.*in drie talen/ })).toBeVisible();
});

test('on a phone a compliment is one tap further, and nothing is wider than the screen', async ({ signedIn }) => {
  const lisanne = await signedIn('lisanne', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
  await openGroup(lisanne, 'Heel Vaartland');
  await lisanne.getByRole('button', { name: /Wat wil je delen/ }).first().tap();
  await lisanne.getByRole('button', { name: 'Meer', exact: true }).tap();
  await lisanne.getByText('Compliment', { exact: true }).first().tap();
  await lisanne.getByRole('combobox', { name: 'Voor wie?' }).tap();
  await lisanne.keyboard.type('jor');
  await expect(lisanne.getByRole('option', { name: /Joris Vermeer/ })).toBeVisible();
  await expect(lisanne.getByRole('combobox', { name: 'Voor wie?' })).toHaveAttribute('aria-activedescendant', /./);
  await lisanne.keyboard.press('Enter');
  await expect(lisanne.getByRole('list', { name: 'Voor wie?' }).getByRole('button')).toBeVisible();
  expect(await lisanne.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
