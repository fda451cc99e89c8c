import type { Locator, Page } from '@playwright/test';
import { expect, openGroup, test } from './people.ts';

test('who is named in a post hears of it on another node, opens it there, and has read it on every device', async ({ signedIn }) => {
  const yusuf = await signedIn('yusuf', { node: 1 });
  const phone = await signedIn('yusuf', { viewport: { width: 390, height: 844 } });
  const roos = await signedIn('roos');
  await openGroup(roos, 'SSC & Verkoop');
  await roos.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const field = roos.getByRole('textbox', { name: /Je bericht/ });
  await field.pressSequentially('Weet jij dit, @yus');
  await expect(roos.getByRole('option', { name: /Yusuf Aydın/ })).toBeVisible();
  await roos.keyboard.press('Enter');
  await expect(field).toHaveValue('Weet jij dit, @Yusuf Aydın ');
  await field.pressSequentially('of iemand bij jou?');
  await roos.getByRole('button', { name: /Plaats bericht/ }).click();
  const post = roos.getByRole('article').filter({ hasText: 'of iemand bij jou?' });
  await expect(post.getByRole('link', { name: '@Yusuf Aydın' })).toBeVisible();

  await expect(yusuf.getByRole('button', { name: /^Meldingen, \d+ ongelezen/ })).toBeVisible();
  await yusuf.getByRole('button', { name: /^Meldingen/ }).click();
  const line = (place: Page | Locator) => place.getByRole('link', { name: /Roos van der Meulen noemt je/ }).filter({ hasText: 'of iemand bij jou?' });
  await phone.getByRole('link', { name: /^Meldingen/ }).click();
  await expect(line(phone)).toHaveAccessibleName(/^ongelezen: /i);
  await line(yusuf.getByRole('dialog')).click();
  await expect(yusuf.getByRole('article').filter({ hasText: 'of iemand bij jou?' })).toBeVisible();
  await expect(line(phone)).not.toHaveAccessibleName(/^ongelezen: /i);
});

test('all is read at one press, and an answer tells who asked', async ({ signedIn }) => {
  const femke = await signedIn('femke');
  await openGroup(femke, 'SSC & Assemblage');
  await femke.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  await femke.getByRole('textbox', { name: /Je bericht/ }).fill('Wie heeft de sleutel van het hok?');
  await femke.getByRole('button', { name: /Plaats bericht/ }).click();
  const jeroen = await signedIn('jeroen', { node: 1 });
  await openGroup(jeroen, 'SSC & Assemblage');
  const theirs = jeroen.getByRole('article').filter({ hasText: 'Wie heeft de sleutel van het hok?' });
  await theirs.getByRole('textbox').fill('Hangt bij de receptie.');
  await jeroen.keyboard.press('Control+Enter');

  await femke.keyboard.press('g');
  await femke.keyboard.press('n');
  await expect(femke.getByRole('heading', { name: 'Meldingen', level: 1 })).toBeVisible();
  const line = femke.getByRole('link', { name: /Jeroen Maas reageert op je bericht.*Hangt bij de receptie/ });
  await expect(line).toHaveAccessibleName(/^ongelezen: /i);
  await femke.getByRole('button', { name: 'Alles gelezen' }).click();
  await expect(line).not.toHaveAccessibleName(/^ongelezen: /i);
  await expect(femke.getByRole('banner').getByRole('link', { name: 'Meldingen', exact: true })).toBeVisible();
  await femke.reload();
  await expect(line).toBeVisible();
  await expect(line).not.toHaveAccessibleName(/^ongelezen: /i);
});
