import { expect, logins, password, signIn, test } from './people.ts';

test('somebody on the floor signs in with a personnel number and out again', async ({ visit }) => {
  const page = await visit();
  await signIn(page, logins.marek);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Marek');
  await page.getByRole('button', { name: 'Menu van Marek Nowak' }).click();
  await page.getByRole('menuitem', { name: 'Uitloggen' }).click();
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
});

test('a session that ends on one device ends on the screen of the other at once', async ({ signedIn }) => {
  const here = await signedIn('jeroen');
  const there = await signedIn('jeroen', { node: 1, userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' });
  await here.goto('/account');
  await here.getByRole('button', { name: /Log uit op Firefox/ }).click();
  await expect(there.getByLabel('E-mailadres of personeelsnummer')).toBeVisible();
});

test('language and theme follow the person to the other device', async ({ signedIn }) => {
  const here = await signedIn('gerrit');
  const there = await signedIn('gerrit', { node: 1 });
  await here.goto('/account');
  await here.getByText('English').click();
  await here.getByText('Dark', { exact: true }).click();
  await expect(there.getByRole('link', { name: 'Home' }).first()).toBeVisible();
  await expect(there.locator('html')).toHaveAttribute('data-theme', 'dark');
  await here.getByText('Nederlands').click();
  await here.getByText('Zoals je apparaat').click();
  await expect(there.getByRole('link', { name: 'Start' }).first()).toBeVisible();
});

test('a wrong password and an unknown address get the same words', async ({ visit }) => {
  const answers: string[] = [];
  for (const login of ['wei-ling.tan@vaartland.example', 'niemand@vaartland.example']) {
    const page = await visit();
    await page.goto('/');
    await page.getByLabel('E-mailadres of personeelsnummer').fill(login);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(`${password}!`);
    const refused = page.waitForResponse('**/api/session');
    await page.getByRole('button', { name: 'Log in' }).click();
    expect((await refused).status()).toBe(401);
    answers.push((await page.getByRole('alert').textContent()) ?? '');
  }
  expect(answers[0]).toBe(answers[1]);
});

test('a new password works from then on, and ends the sessions on other devices', async ({ signedIn, visit }) => {
  const replacement = 'regen-in-zwolle-2027';
  const here = await signedIn('ruben', { mayReport: /status of 4\d\d/ });
  const there = await signedIn('ruben', { node: 1 });
  await here.goto('/account');
  const change = async (current: string, next: string) => {
    await here.getByLabel('Huidig wachtwoord').fill(current);
    await here.getByLabel('Nieuw wachtwoord').fill(next);
    await here.getByRole('button', { name: 'Wijzig wachtwoord' }).click();
  };
  await change('dit-is-het-niet', replacement);
  await expect(here.getByText('Je huidige wachtwoord klopt niet.')).toBeVisible();
  await change(password, 'kort');
  await expect(there.getByRole('navigation').first()).toBeVisible();
  await change(password, replacement);
  await expect(here.getByText('Je wachtwoord is gewijzigd')).toBeVisible();
  await expect(there.getByLabel('E-mailadres of personeelsnummer')).toBeVisible();
  await signIn(await visit(), logins.ruben, replacement);
});

test('whoever signs out with something unsaved is asked first', async ({ signedIn }) => {
  const page = await signedIn('gerrit');
  await page.goto('/groups/new');
  const name = page.getByRole('textbox', { name: 'Naam' });
  await name.fill('Nog niet af');
  const signOut = async () => {
    await page.getByRole('button', { name: /^Menu van/ }).click();
    await page.getByRole('menuitem', { name: 'Uitloggen' }).click();
  };
  await signOut();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Blijf hier' }).click();
  await expect(name).toHaveValue('Nog niet af');
  await signOut();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Gooi weg' }).click();
  await expect(page.getByRole('heading', { name: 'Inloggen', level: 1 })).toBeVisible();
});
