import { expect, openGroup, test } from './people.ts';

test('must-read news waits on Home until it is confirmed, and a department takes it up, on another node', async ({ signedIn }) => {
  const maud = await signedIn('maud', { node: 1 });
  const roos = await signedIn('roos');
  await openGroup(roos, 'Klantenforum');
  await roos.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = roos.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Nieuws', { exact: true }).click();
  await writing.getByRole('textbox', { name: 'Titel' }).fill('Het kwartaal sluit een dag eerder');
  await writing.getByRole('textbox', { name: 'Inleiding' }).fill('Op donderdag, niet op vrijdag.');
  await writing.getByText('Graag bevestigen', { exact: true }).click();
  await writing.getByRole('combobox', { name: 'Raakt' }).pressSequentially('fin');
  await roos.getByRole('option', { name: 'Finance' }).click();
  await writing.getByRole('button', { name: 'Plaats nieuws' }).click();
  const card = roos.getByRole('article').filter({ hasText: 'Het kwartaal sluit' });
  await expect(card.getByRole('heading', { name: 'Het kwartaal sluit een dag eerder' })).toBeVisible();
  await expect(card).toContainText('Nog niemand heeft dit bevestigd');
  await expect(card).toContainText('Finance heeft dit nog niet opgepakt');

  const waiting = maud.getByRole('region', { name: 'Nieuws dat op je wacht' });
  const line = waiting.getByRole('link', { name: /Het kwartaal sluit een dag eerder/ });
  await expect(line).toContainText('Graag bevestigen');
  await line.click();
  await maud.getByRole('button', { name: 'Ik heb dit gelezen' }).click();
  await expect(maud.getByText('Je hebt dit gelezen')).toBeVisible();
  await expect(card).toContainText('1 mens heeft dit bevestigd');
  await maud.goto('/');
  await expect(maud.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(line).toBeHidden();

  const priya = await signedIn('priya', { node: 1 });
  const hers = priya.getByRole('region', { name: 'Nieuws dat op je wacht' }).getByRole('link', { name: /Het kwartaal sluit/ });
  await expect(hers).toContainText('Raakt Finance');
  await hers.click();
  await priya.getByRole('button', { name: /^Pak dit op/ }).click();
  const form = priya.getByRole('dialog', { name: 'Finance pakt dit op' });
  await form.getByRole('textbox', { name: 'Wat doen jullie?' }).fill('We boeken woensdag al.');
  await form.getByRole('button', { name: 'Opslaan' }).click();
  await expect(card).toContainText('We boeken woensdag al.');
  await expect(card).toContainText('Finance pakt dit op');

  await card.getByRole('button', { name: 'Wie heeft dit gelezen?' }).click();
  const who = roos.getByRole('dialog');
  await expect(who.getByText('Maud Lansink')).toBeVisible();
  await who.getByRole('button', { name: 'Herinner de anderen' }).click();
  await expect(who).toContainText(/Herinnerd op/);
});

test('on a phone news is read, and confirmed with one tap', async ({ signedIn }) => {
  const lisanne = await signedIn('lisanne', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
  await lisanne.getByRole('region', { name: 'Nieuws dat op je wacht' }).getByRole('link', { name: /oefenen we de ontruiming/ }).tap();
  await expect(lisanne.getByRole('article').first()).toContainText('Raakt Facilitair en Logistiek');
  expect(await lisanne.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await lisanne.getByRole('button', { name: 'Ik heb dit gelezen' }).tap();
  await expect(lisanne.getByText('Je hebt dit gelezen')).toBeVisible();
});
