import { expect, losesAccess, openGroup, test } from './people.ts';

const secret = 'regen-op-de-dijk-2027';

test('an administrator adds a person, who chooses a password by the link and signs in', async ({ signedIn, visit }) => {
  const administrator = await signedIn('jeroen');
  await administrator.getByRole('button', { name: 'Menu van Jeroen Maas' }).click();
  await administrator.getByRole('menuitem', { name: 'Mensen beheren' }).click();
  await administrator.getByRole('button', { name: 'Iemand toevoegen' }).click();
  const dialog = administrator.getByRole('dialog', { name: 'Iemand toevoegen' });
  await dialog.getByRole('textbox', { name: 'Naam' }).fill('Ilse de Wit');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(dialog.getByText('Vul een e-mailadres of een personeelsnummer in.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Personeelsnummer' }).fill('90210');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(administrator.getByRole('heading', { name: 'Ilse de Wit', level: 1 })).toBeVisible();
  await expect(administrator.getByText('Nog niet ingelogd')).toBeVisible();
  await administrator.getByRole('button', { name: 'Maak een link' }).click();
  await expect(administrator.getByRole('img', { name: 'QR-code met de link voor Ilse de Wit' })).toBeVisible();
  const link = (await administrator.locator('code').textContent()) ?? '';
  expect(link).toMatch(/\/welcome#[\w-]{43}$/);

  const phone = await visit({ viewport: { width: 390, height: 844 }, mayReport: /status of 404/ });
  const asked: string[] = [];
  phone.on('request', (request) => asked.push(request.url()));
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'Welkom, Ilse de Wit' })).toBeVisible();
  await phone.getByLabel('Kies een wachtwoord').fill(secret);
  await phone.getByRole('button', { name: 'Ga verder' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Ilse');
  await expect(phone).toHaveURL(/^[^#]*$/);
  expect(asked.filter((url) => url.includes(link.split('#')[1] ?? '?'))).toEqual([]);

  const again = await visit({ mayReport: /status of 404/ });
  await again.goto(link);
  await expect(again.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
  await again.getByRole('button', { name: 'Naar inloggen' }).click();
  await again.getByLabel('E-mailadres of personeelsnummer').fill('90210');
  await again.getByLabel('Wachtwoord', { exact: true }).fill(secret);
  await again.getByRole('button', { name: 'Log in' }).click();
  await expect(again.getByRole('heading', { level: 1 })).toContainText('Ilse');
});

test('who moves to another department loses its tab on an open page, on the other node', async ({ signedIn }) => {
  const yusuf = await signedIn('yusuf', { node: 1, ...losesAccess });
  await openGroup(yusuf, 'SSC & Assemblage');
  const tabs = yusuf.getByRole('navigation', { name: 'Onderdelen van SSC & Assemblage' });
  await tabs.getByRole('link', { name: /HR/ }).click();
  await expect(yusuf.getByRole('article').first()).toBeVisible();

  const administrator = await signedIn('jeroen');
  const move = async (department: string) => {
    await administrator.goto('/admin/people?search=Yusuf');
    await administrator.getByRole('link', { name: 'Yusuf Aydın' }).click();
    await expect(administrator.getByRole('heading', { name: 'Yusuf Aydın', level: 1 })).toBeVisible();
    await administrator.getByRole('combobox', { name: 'Afdeling' }).selectOption({ label: department });
    await administrator.getByRole('button', { name: 'Opslaan' }).click();
    await expect(administrator.getByText('De gegevens van Yusuf Aydın zijn opgeslagen').first()).toBeVisible();
  };
  await move('Finance');
  await expect(yusuf.getByText('Je ziet dit onderdeel niet meer')).toBeVisible();
  await expect(yusuf.getByRole('article')).toHaveCount(0);
  await openGroup(yusuf, 'SSC & Assemblage');
  await expect(tabs.getByRole('link', { name: /HR/ })).toHaveCount(0);

  await move('HR');
  await expect(tabs.getByRole('link', { name: /HR/ })).toBeVisible();
});

test('a suspended account says so, after a second word, and comes back', async ({ signedIn }) => {
  const administrator = await signedIn('jeroen');
  await administrator.goto('/admin/people?search=Wim');
  await administrator.getByRole('link', { name: 'Wim Peters' }).click();
  await administrator.getByRole('button', { name: 'Blokkeer account' }).click();
  const question = administrator.getByRole('alertdialog', { name: 'Het account van Wim Peters blokkeren?' });
  await expect(question).toContainText('meteen uitgelogd');
  await question.getByRole('button', { name: 'Blokkeer account' }).click();
  await expect(administrator.getByText('Geblokkeerd', { exact: true })).toBeVisible();
  await expect(administrator.getByRole('button', { name: 'Maak een link' })).toHaveCount(0);
  await administrator.goto('/admin/people?state=suspended');
  await expect(administrator.getByRole('link', { name: 'Wim Peters' })).toBeVisible();
  await administrator.getByRole('link', { name: 'Wim Peters' }).click();
  await administrator.getByRole('button', { name: 'Deblokkeer account' }).click();
  await expect(administrator.getByText('Geblokkeerd', { exact: true })).toHaveCount(0);
  await expect(administrator.getByRole('button', { name: 'Blokkeer account' })).toBeVisible();
});

test('what was typed is not left by accident, and whoever manages nobody finds nothing here', async ({ signedIn }) => {
  const administrator = await signedIn('jeroen');
  await administrator.goto('/admin/people?search=20417');
  await administrator.getByRole('link', { name: 'Wim Peters' }).click();
  await administrator.getByRole('textbox', { name: 'Functie' }).fill('postkamer');
  await administrator.getByRole('link', { name: 'Terug naar mensen' }).click();
  await administrator.getByRole('alertdialog').getByRole('button', { name: 'Blijf hier' }).click();
  await expect(administrator.getByRole('textbox', { name: 'Functie' })).toHaveValue('postkamer');
  await administrator.getByRole('link', { name: 'Terug naar mensen' }).click();
  await administrator.getByRole('alertdialog').getByRole('button', { name: 'Gooi weg' }).click();
  await expect(administrator.getByRole('table')).toBeVisible();

  const colleague = await signedIn('gerrit');
  await colleague.getByRole('button', { name: 'Menu van Gerrit Postma' }).click();
  await expect(colleague.getByRole('menuitem', { name: 'Mensen beheren' })).toHaveCount(0);
  await colleague.goto('/admin/people');
  await expect(colleague.getByRole('heading', { name: 'Dit is er niet, of je kunt het niet zien' })).toBeVisible();
});
