import { address, expect, openGroup, test } from './people.ts';

test('an event is answered, moved and cancelled, and who comes hears of it, on another node', async ({ signedIn }) => {
  const roos = await signedIn('roos');
  await openGroup(roos, 'Klantenforum');
  await roos.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = roos.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Bijeenkomst', { exact: true }).click();
  await writing.getByRole('textbox', { name: 'Titel' }).fill('Rondleiding langs de nieuwe lijn');
  await writing.getByRole('textbox', { name: 'Plek', exact: true }).fill('Hal B');
  await writing.getByRole('textbox', { name: 'Aantal plekken' }).fill('2');
  await writing.getByRole('button', { name: 'Plaats bijeenkomst' }).click();
  const card = roos.getByRole('article').filter({ hasText: 'Rondleiding langs' });
  await expect(card.getByRole('heading', { name: 'Rondleiding langs de nieuwe lijn' })).toBeVisible();
  await expect(card).toContainText('Nog niemand komt');
  await expect(card).toContainText('nog 2 plekken');

  const priya = await signedIn('priya', { node: 1 });
  await openGroup(priya, 'Klantenforum');
  const hers = priya.getByRole('article').filter({ hasText: 'Rondleiding langs' });
  await hers.getByRole('button', { name: 'Ik kom', exact: true }).click();
  await expect(hers.getByRole('button', { name: 'Ik kom', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(card).toContainText('1 komt');
  await expect(card).toContainText('nog 1 plek');
  await card.getByRole('button', { name: 'Wie komt er?' }).click();
  await expect(roos.getByRole('dialog')).toContainText('Priya');
  await roos.keyboard.press('Escape');

  await card.getByRole('button', { name: /Wat kun je doen/ }).click();
  await roos.getByRole('menuitem', { name: 'Tijd of plek wijzigen…' }).click();
  const moving = roos.getByRole('dialog', { name: 'Tijd of plek wijzigen' });
  await moving.getByRole('textbox', { name: 'Plek', exact: true }).fill('Hal C');
  await moving.getByRole('button', { name: 'Opslaan' }).click();
  await expect(hers).toContainText('Hal C');

  await card.getByRole('button', { name: /Wat kun je doen/ }).click();
  await roos.getByRole('menuitem', { name: 'Afgelasten…' }).click();
  await roos.getByRole('textbox', { name: 'Waarom gaat het niet door?' }).fill('De lijn staat nog stil.');
  await roos.getByRole('button', { name: 'Afgelasten', exact: true }).click();
  await expect(hers).toContainText('Gaat niet door');
  await expect(hers).toContainText('De lijn staat nog stil.');
  await expect(hers.getByRole('button', { name: 'Ik kom', exact: true })).toBeHidden();
  await priya.goto('/notifications');
  await expect(priya.getByRole('link', { name: /heeft een bijeenkomst afgelast/ })).toBeVisible();
});

test('on a phone the calendar shows what is coming up, and another program reads what one comes to', async ({ signedIn, playwright }) => {
  const lisanne = await signedIn('lisanne', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
  await lisanne.getByRole('link', { name: 'Agenda' }).tap();
  const row = lisanne.getByRole('listitem').filter({ hasText: 'Rondje langs de rivier' });
  await expect(row).toContainText('Je komt');
  await expect(lisanne.getByRole('listitem').filter({ hasText: 'Meekijkavond' })).toBeHidden();
  expect(await lisanne.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await lisanne.getByRole('button', { name: 'Agenda koppelen' }).tap();
  await lisanne.getByRole('button', { name: 'Maak het adres' }).tap();
  const secret = await lisanne.getByText(/\/api\/calendar-feed\//).textContent();
  const elsewhere = await playwright.request.newContext({ baseURL: address(1) });
  const read = () => elsewhere.get(new URL(secret ?? '').pathname);
  const calendar = await read();
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await calendar.text()).toContain('SUMMARY:Rondje langs de rivier');
  await lisanne.getByRole('button', { name: 'Stop het koppelen' }).tap();
  await lisanne.getByRole('alertdialog').getByRole('button', { name: 'Stop het koppelen' }).tap();
  await expect(lisanne.getByText('Je agenda is niet meer gekoppeld')).toBeVisible();
  expect((await read()).status()).toBe(404);
  await elsewhere.dispose();
});
