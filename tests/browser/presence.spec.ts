import type { Page } from '@playwright/test';
import { expect, openGroup, post, test } from './people.ts';

async function openOwn(page: Page) {
  await page.getByRole('button', { name: /^Menu van/ }).click();
  await page.getByRole('menuitem', { name: 'Je aanwezigheid' }).click();
  return page.getByRole('dialog', { name: 'Je aanwezigheid' });
}

test('nobody sees who does not want it; who does asks not to be disturbed, and a colleague on another node sees until when', async ({ signedIn }) => {
  const joris = await signedIn('joris', { viewport: { width: 320, height: 640 } });
  const ineke = await signedIn('ineke', { node: 1 });
  await ineke.goto('/people?search=joris');
  await ineke.getByRole('main').getByRole('link', { name: /Joris Vermeer/ }).click();
  await expect(ineke.getByRole('heading', { name: 'Joris Vermeer', level: 1 })).toBeVisible();
  await expect(ineke.getByText('Beschikbaar')).toHaveCount(0);

  const own = await openOwn(joris);
  await expect(own.getByText('Nu ziet niemand of je er bent.')).toBeVisible();
  await own.getByRole('switch', { name: 'Laat zien dat je er bent' }).click();
  await own.getByRole('button', { name: '1 uur' }).click();
  await expect(own.getByText(/^Niet storen tot \d\d\.\d\d uur$/)).toBeVisible();
  await joris.keyboard.press('Escape');
  await ineke.reload();
  await expect(ineke.getByText(/^Niet storen tot /)).toBeVisible();

  await joris.getByRole('button', { name: /^Menu van Joris Vermeer/ }).click();
  await joris.getByRole('menuitem', { name: 'Je mag me weer storen' }).click();
  await ineke.reload();
  await expect(ineke.getByText('Beschikbaar')).toBeVisible();
  await (await openOwn(joris)).getByRole('switch', { name: 'Laat zien dat je er bent' }).click();
  await ineke.reload();
  await expect(ineke.getByRole('heading', { name: 'Joris Vermeer', level: 1 })).toBeVisible();
  await expect(ineke.getByText(/Beschikbaar|Even weg|Niet storen/)).toHaveCount(0);
});

test('a whole group is muted at once, and is as it was at another press', async ({ signedIn }) => {
  const thijs = await signedIn('thijs');
  await openGroup(thijs, 'Heel Vaartland');
  const button = thijs.getByRole('button', { name: /^Volgen van Heel Vaartland/ });
  const before = (await button.getAttribute('aria-label')) ?? '';
  await button.click();
  await thijs.getByRole('menuitemradio', { name: 'Niets' }).click();
  await expect(button).toHaveAccessibleName('Volgen van Heel Vaartland: Gedempt');
  await thijs.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(button).toHaveAccessibleName(before);
  await thijs.reload();
  await expect(button).toHaveAccessibleName(before);
});

test('who is named reads of it on top of Home, and it is gone once it was opened', async ({ signedIn }) => {
  const femke = await signedIn('femke');
  const jeroen = await signedIn('jeroen', { node: 1 });
  await openGroup(jeroen, 'SSC & Assemblage');
  await jeroen.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const field = jeroen.getByRole('textbox', { name: /Je bericht/ });
  await field.pressSequentially('Kun jij dit nakijken, @fem');
  await expect(jeroen.getByRole('option', { name: /Femke Boersma/ })).toBeVisible();
  await jeroen.keyboard.press('Enter');
  await field.pressSequentially('voor de lunch?');
  await jeroen.getByRole('button', { name: /Plaats bericht/ }).click();

  await femke.goto('/');
  const line = femke.getByRole('region', { name: 'Voor jou' }).getByRole('link', { name: /Jeroen Maas noemt je.*voor de lunch/ });
  await line.click();
  await expect(femke.getByRole('article').filter({ hasText: 'voor de lunch?' })).toBeVisible();
  await femke.goto('/');
  await expect(femke.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(line).toHaveCount(0);
});

test('who was away for a week is led back, and skips the rest at one press', async ({ signedIn }) => {
  const bram = await signedIn('bram');
  const roos = await signedIn('roos', { node: 1 });
  await openGroup(roos, 'SSC & Verkoop');
  await post(roos, 'Voor de vakantie van Bram');
  await bram.goto('/');
  await expect(bram.getByText('Je bent bij')).toBeVisible();
  const all = bram.getByRole('button', { name: 'Alles gelezen', exact: true });
  if ((await all.count()) > 0) await all.click();
  await expect(bram.getByText('Geen nieuwe berichten.')).toBeVisible();
  await bram.goto('/help');
  await post(roos, 'In de vakantie van Bram');
  await bram.evaluate(async () => {
    const { person } = (await (await fetch('/api/me')).json()) as { person: { id: number } };
    localStorage.setItem(`plein.${String(person.id)}.home-seen`, String(Date.now() - 7 * 24 * 3_600_000));
  });
  await bram.goto('/');
  const card = bram.getByRole('region', { name: 'Welkom terug' });
  await expect(card).toBeVisible();
  const news = bram.getByRole('article').filter({ hasText: 'In de vakantie van Bram' });
  await expect(news).toBeVisible();
  await bram.getByRole('button', { name: 'Markeer de rest als gelezen' }).click();
  await expect(card).toHaveCount(0);
  await expect(news).toHaveCount(0);
});
