import { expect, losesAccess, openGroup, test } from './people.ts';

test('someone begins a group, gives it an address to colleagues, archives it and brings it back', async ({ signedIn }) => {
  const page = await signedIn('gerrit');
  const other = await signedIn('gerrit', { node: 1, ...losesAccess });
  await page.goto('/groups');
  await page.getByRole('main').getByRole('link', { name: 'Nieuwe groep' }).click();
  await page.getByRole('textbox', { name: 'Naam' }).fill('Proefgroep loonstrook');
  await page.getByRole('textbox', { name: 'Waarvoor is deze groep?' }).fill('Samen de proefloonstrook nakijken.');
  await page.getByRole('checkbox', { name: 'Assemblage' }).check();
  await page.getByRole('radio', { name: 'pruim' }).check({ force: true });
  await page.getByRole('button', { name: 'Maak de groep' }).click();
  await expect(page.getByRole('heading', { name: 'Proefgroep loonstrook', level: 1 })).toBeVisible();
  await expect(page.getByText('Nog geen eigenaar van de businesskant. Wie vraag je?')).toBeVisible();
  await expect(other.getByRole('link', { name: /Proefgroep loonstrook/ }).first()).toBeVisible();

  await openGroup(other, 'Proefgroep loonstrook');
  const places = other.getByRole('navigation', { name: 'Onderdelen van Proefgroep loonstrook' });
  await expect(places.getByRole('link', { name: 'Assemblage' })).toBeVisible();
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await page.getByRole('button', { name: 'Archiveer de groep' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archiveer de groep' }).click();
  await expect(other.getByText('Je ziet deze groep niet meer')).toBeVisible();
  await page.getByRole('button', { name: 'Zet Proefgroep loonstrook terug' }).click();
  await expect(other.getByRole('heading', { name: 'Proefgroep loonstrook', level: 1 })).toBeVisible();
});

test('what an owner changes is seen at once by members and guests', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  const guest = await signedIn('anouk', { node: 1 });
  await openGroup(guest, 'SSC & Kettingwerk');
  await openGroup(owner, 'SSC & Kettingwerk');
  await owner.getByRole('main').getByRole('link', { name: 'Over deze groep' }).click();
  await owner.getByRole('link', { name: 'Instellingen' }).click();
  const purpose = owner.getByRole('textbox', { name: 'Waarvoor is deze groep?' });
  const before = await purpose.inputValue();
  await purpose.fill('Salaris voor een goede buur.');
  await owner.getByRole('link', { name: /Terug naar/ }).click();
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Blijf hier' }).click();
  await owner.getByRole('button', { name: 'Opslaan' }).click();
  await expect(guest.getByText('Salaris voor een goede buur.').first()).toBeAttached();
  await purpose.fill(before);
  await owner.getByRole('button', { name: 'Opslaan' }).click();
  await expect(guest.getByText(before).first()).toBeAttached();
  await guest.goto(new URL(owner.url()).pathname);
  await expect(guest.getByText('Alleen eigenaren wijzigen de instellingen van deze groep.')).toBeVisible();
});

test('an administrator breaks the glass, in sight of the owners', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  await openGroup(owner, 'Stuurgroep');
  const group = new URL(owner.url()).pathname.replace(/\/[^/]*$/, '');
  const administrator = await signedIn('jeroen', { node: 1, mayReport: /status of 404/ });
  await administrator.goto('/g/999999/all');
  await expect(administrator.getByRole('button', { name: 'Vraag noodtoegang' })).toBeVisible();
  const nowhere = await administrator.getByRole('main').innerText();
  await administrator.goto(`${group}/all`);
  await expect(administrator.getByRole('button', { name: 'Vraag noodtoegang' })).toBeVisible();
  expect(await administrator.getByRole('main').innerText()).toBe(nowhere);

  await administrator.getByRole('button', { name: 'Vraag noodtoegang' }).click();
  await administrator.getByRole('textbox', { name: 'Waarom moet je erin?' }).fill('Een melding van dreiging per telefoon');
  await administrator.getByRole('button', { name: 'Ga naar binnen' }).click();
  await expect(administrator.getByRole('heading', { name: 'Stuurgroep', level: 1 })).toBeVisible();
  await expect(administrator.getByText(/^Je bent hier met noodtoegang, tot \d\d\.\d\d uur/)).toBeVisible();
  await expect(owner.getByText('Omdat: Een melding van dreiging per telefoon')).toBeVisible();
  await owner.goto('/');
  await owner.getByRole('link', { name: /^Een beheerder is met noodtoegang in Stuurgroep, tot/ }).click();
  await expect(owner.getByText('Omdat: Een melding van dreiging per telefoon')).toBeVisible();
  await owner.goto(`${group}/members`);
  await expect(owner.getByText(/noodtoegang tot \d\d\.\d\d uur/)).toBeVisible();
  await owner.getByRole('button', { name: 'Haal Jeroen Maas uit de groep' }).click();
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Uit de groep halen' }).click();
  await expect(administrator.getByText('Je ziet deze groep niet meer')).toBeVisible();
  await owner.goto(`${group}/all`);
  await expect(owner.getByRole('heading', { name: 'Stuurgroep', level: 1 })).toBeVisible();
  await expect(owner.getByText(/^Noodtoegang voor/)).toHaveCount(0);
  await expect(administrator.getByRole('button', { name: 'Vraag noodtoegang' })).toBeVisible();
});

test('without the right nobody is offered a way around', async ({ signedIn }) => {
  const page = await signedIn('fatma');
  await page.goto('/g/999999/all');
  await expect(page.getByText('Dit is er niet, of je kunt het niet zien')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vraag noodtoegang' })).toHaveCount(0);
});
