import { expect, losesAccess, openGroup, test } from './people.ts';

test('an owner adds a person, whose screen shows the group, and removes them, whose screen loses it', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  const marek = await signedIn('marek', { node: 1, ...losesAccess });
  await expect(marek.getByRole('link', { name: /SSC & Kettingwerk/ })).toHaveCount(0);

  await openGroup(owner, 'SSC & Kettingwerk');
  await owner.getByRole('link', { name: /leden/ }).first().click();
  await owner.getByRole('searchbox', { name: 'Lid toevoegen' }).fill('Marek');
  await owner.getByRole('button', { name: 'Voeg Marek Nowak toe' }).click();
  const link = marek.getByRole('link', { name: /SSC & Kettingwerk/ }).first();
  await expect(link).toBeVisible();
  await link.click();
  await expect(marek.getByRole('article').first()).toBeVisible();

  await owner.reload();
  await owner.getByRole('button', { name: 'Haal Marek Nowak uit de groep' }).click();
  await owner.getByRole('alertdialog').or(owner.getByRole('dialog')).getByRole('button', { name: 'Uit de groep halen' }).click();
  await expect(marek.getByText('Je ziet deze groep niet meer')).toBeVisible();
  await expect(marek.getByRole('article')).toHaveCount(0);
});

test('a guest sees the one tab that is opened to guests, and not who the members are', async ({ signedIn }) => {
  const anouk = await signedIn('anouk');
  await openGroup(anouk, 'SSC & Kettingwerk');
  await expect(anouk.getByRole('article').first()).toBeVisible();
  await expect(anouk.getByRole('link', { name: /leden/ })).toHaveCount(0);
});
