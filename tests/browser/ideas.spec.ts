import { expect, openGroup, test } from './people.ts';

test('an idea is wanted by others and decided on by its department, on another node', async ({ signedIn }) => {
  const priya = await signedIn('priya', { node: 1 });
  const roos = await signedIn('roos');
  await openGroup(roos, 'Klantenforum');
  await roos.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = roos.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Idee', { exact: true }).click();
  await writing.getByRole('textbox').first().fill('Betaal leveranciers elke week in plaats van elke maand.');
  await writing.getByRole('combobox', { name: 'Voor wie is je idee?' }).pressSequentially('fin');
  await roos.getByRole('option', { name: /^Finance/ }).click();
  await expect(writing).toContainText('Finance beslist');
  await writing.getByRole('button', { name: 'Plaats idee' }).click();
  const card = roos.getByRole('article').filter({ hasText: 'Betaal leveranciers elke week' });
  await expect(card).toContainText('Finance beslist hierover');

  await openGroup(priya, 'Klantenforum');
  const hers = priya.getByRole('article').filter({ hasText: 'Betaal leveranciers elke week' });
  await hers.getByRole('button', { name: /Dit wil ik ook/ }).click();
  await expect(hers.getByRole('button', { name: /Dit wil ik ook/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(card.getByRole('button', { name: /Dit wil ik ook/ })).toContainText('1');
  await hers.getByRole('button', { name: 'Geef een status' }).click();
  const deciding = priya.getByRole('dialog');
  await deciding.getByText('Doen we niet', { exact: true }).click();
  await deciding.getByRole('textbox', { name: 'Waarom doen we dit niet?' }).fill('Elke week kost ons een dag extra controle.');
  await deciding.getByRole('button', { name: 'Opslaan' }).click();
  await expect(card).toContainText('Doen we niet');
  await expect(card).toContainText('Elke week kost ons een dag extra controle.');
  await expect(card.getByRole('button', { name: /Dit wil ik ook/ })).toBeDisabled();
});

test('on a phone an idea says how it came to be done, and a department lists it', async ({ signedIn }) => {
  const marek = await signedIn('marek', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
  const departments = (await (await marek.request.get('/api/departments')).json()) as { items: { id: number; name: string }[] };
  const ict = departments.items.find(({ name }) => name === 'ICT');
  await marek.goto(`/departments/${String(ict?.id)}`);
  await expect(marek.getByRole('heading', { name: 'Ideeën' })).toBeVisible();
  expect(await marek.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
