/// Who does what, who is who: found, changed in place, and seen by others without a reload.
import type { Page } from '@playwright/test';
import { expect, openDepartment, openGroup, test } from './people.ts';

const main = (page: Page) => page.getByRole('main');

async function openProfile(page: Page, search: string, name: string): Promise<void> {
  await page.goto(`/people?search=${search}`);
  await main(page).getByRole('link', { name: new RegExp(name) }).first().click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('somebody is found without the accents of the name, and what they do leads to their department', async ({ signedIn }) => {
  const page = await signedIn('chidi');
  await page.goto('/people');
  await page.getByRole('searchbox').fill('yildiz');
  await main(page).getByRole('link', { name: /Fatma Yıldız/ }).click();
  await expect(page.getByRole('heading', { name: 'Fatma Yıldız', level: 1 })).toBeVisible();
  await expect(main(page).getByRole('link', { name: 'SSC & Assemblage' })).toBeVisible();
  await main(page).getByRole('link', { name: 'HR', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'HR', level: 1 })).toBeVisible();
  await expect(main(page).getByText('Process owner: Gerrit Postma')).toBeVisible();
});

test('a name beside a post leads to the profile', async ({ signedIn }) => {
  const page = await signedIn('fatma');
  await openGroup(page, 'SSC & Verkoop');
  const author = page.getByRole('article').first().getByRole('heading', { level: 2 }).getByRole('link');
  const name = await author.innerText();
  await author.click();
  await expect(page).toHaveURL(/\/people\/\d+/);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
});

test('each field of a profile is seen by whom its person chose', async ({ signedIn }) => {
  const bram = await signedIn('bram');
  await openProfile(bram, 'bram', 'Bram Kuipers');
  await bram.getByRole('button', { name: 'Aanpassen' }).click();
  await bram.getByRole('textbox', { name: 'Mobiel' }).fill('06 1234');
  await bram.getByRole('combobox', { name: 'Wie ziet “Mobiel”?' }).selectOption('nobody');
  await bram.getByRole('textbox', { name: 'Werkplek' }).fill('Balie bij de ingang');
  const preview = bram.getByRole('region', { name: 'Zo zien anderen je' });
  await expect(preview.getByText('Balie bij de ingang')).toBeVisible();
  await expect(preview.getByText('06 1234')).toHaveCount(0);
  await bram.getByRole('button', { name: 'Opslaan' }).click();
  await expect(main(bram).getByText('06 1234')).toBeVisible();

  const fatma = await signedIn('fatma', { node: 1 });
  await openProfile(fatma, 'bram', 'Bram Kuipers');
  await expect(main(fatma).getByText('Balie bij de ingang')).toBeVisible();
  await expect(main(fatma).getByText('06 1234')).toHaveCount(0);
});

test('a colour that somebody chooses shows on the screens of others at once', async ({ signedIn }) => {
  const fatma = await signedIn('fatma', { node: 1 });
  await openProfile(fatma, 'priya', 'Priya Ramdin');
  const tile = main(fatma).locator('[data-initials="PR"]').first();
  await expect(tile).toHaveAttribute('data-paper', 'brick');
  const priya = await signedIn('priya');
  await openProfile(priya, 'priya', 'Priya Ramdin');
  await priya.getByRole('button', { name: 'Aanpassen' }).click();
  await priya.getByTitle('Mos').click();
  await priya.getByRole('button', { name: 'Opslaan' }).click();
  await expect(tile).toHaveAttribute('data-paper', 'moss');
});

test('what an administrator changes of a department shows on another node without a reload', async ({ signedIn }) => {
  const reader = await signedIn('fatma', { node: 1 });
  await openDepartment(reader, 'Facilitair');
  const administrator = await signedIn('jeroen');
  await openDepartment(administrator, 'Facilitair');
  await administrator.getByRole('button', { name: 'Aanpassen', exact: true }).click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Waarvoor kun je hier terecht?' }).fill('Ook voor sleutels.');
  await dialog.getByRole('combobox', { name: 'Vervangers' }).fill('jolanda');
  await administrator.getByRole('option', { name: /Jolanda Mulder/ }).click();
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(main(reader).getByText('Ook voor sleutels.')).toBeVisible();
  await expect(main(reader).getByRole('link', { name: 'Jolanda Mulder' })).toHaveCount(2);
});

test('a head manages the services and hours of the own department, and no other', async ({ signedIn }) => {
  const gerrit = await signedIn('gerrit');
  await openDepartment(gerrit, 'HR');
  await gerrit.getByRole('button', { name: 'Dienst of proces toevoegen' }).click();
  const dialog = gerrit.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('Fietsplan');
  await dialog.getByRole('combobox', { name: 'Eigenaar' }).fill('bram');
  await gerrit.getByRole('option', { name: /Bram Kuipers/ }).click();
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(main(gerrit).getByRole('heading', { name: 'Fietsplan' })).toBeVisible();
  await gerrit.getByRole('button', { name: 'Fietsplan aanpassen' }).click();
  await gerrit.getByRole('button', { name: 'Verwijderen' }).click();
  await expect(main(gerrit).getByRole('heading', { name: 'Fietsplan' })).toHaveCount(0);

  await openDepartment(gerrit, 'Finance');
  await expect(gerrit.getByRole('button', { name: 'Aanpassen', exact: true })).toHaveCount(0);
  await expect(gerrit.getByRole('button', { name: 'Dienst of proces toevoegen' })).toHaveCount(0);
});

test('an administrator adds a department and archives it, and learns what still keeps another', async ({ signedIn }) => {
  const page = await signedIn('jeroen', { mayReport: /status of 409/ });
  await page.goto('/departments');
  await page.getByRole('button', { name: 'Afdeling toevoegen' }).click();
  await page.getByRole('textbox', { name: 'Naam' }).fill('Inkoop');
  await page.getByRole('combobox', { name: 'Hoort bij' }).selectOption({ label: 'Finance' });
  await page.getByRole('dialog').getByRole('button', { name: 'Afdeling toevoegen' }).click();
  await expect(page.getByRole('heading', { name: 'Inkoop', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Afdeling archiveren' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Afdeling archiveren' }).click();
  await expect(main(page).getByText('Gearchiveerd')).toBeVisible();

  await openDepartment(page, 'Verkoop');
  await page.getByRole('button', { name: 'Afdeling archiveren' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Afdeling archiveren' }).click();
  await expect(page.getByText('Er werken nog mensen.')).toBeVisible();
});

test('a guest finds no directory and no departments', async ({ signedIn }) => {
  const page = await signedIn('anouk', { mayReport: /status of 40[34]/ });
  await expect(page.getByRole('link', { name: 'Mensen' })).toHaveCount(0);
  await page.goto('/people');
  await expect(page.getByText('Gasten zien niet wie hier werken.')).toBeVisible();
  await page.goto('/departments');
  await expect(main(page).getByText('Finance')).toBeVisible();
  await expect(main(page).getByRole('link')).toHaveCount(0);
});

test('a department is edited on the narrowest phone', async ({ signedIn }) => {
  const page = await signedIn('gerrit', { viewport: { width: 320, height: 640 } });
  await openDepartment(page, 'HR');
  await page.getByRole('button', { name: 'Aanpassen', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBeLessThanOrEqual(0);
});
