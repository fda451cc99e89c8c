import { expect, openGroup, test } from './people.ts';

const group = 'SSC & Kettingwerk';

test('who owns a group sees on Home that somebody wants in, and who asked sees there what became of it', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  const asks = await signedIn('jeroen', { node: 1 });
  const line = owner.getByRole('region', { name: 'Wacht op jou' }).getByRole('link', { name: `Iemand wil lid worden van ${group}` });
  await expect(line).toHaveCount(0);
  await asks.goto('/groups');
  await asks.getByRole('button', { name: `Vraag lid te worden van ${group}` }).click();
  await asks.getByRole('button', { name: 'Verstuur verzoek' }).click();
  await expect(asks.getByRole('heading', { name: 'Je verzoeken om lid te worden' })).toBeVisible();
  await asks.goto('/');

  await expect(owner.getByRole('navigation').getByRole('link', { name: /^Start.*er wacht iets op je$/ }).first()).toBeVisible();
  await line.click();
  await owner.getByRole('button', { name: 'Wijs af: verzoek van Jeroen Maas' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Wijs af' }).click();
  await owner.goto('/');
  await expect(owner.getByRole('region', { name: 'Wacht op jou' }).getByText(group)).toHaveCount(0);

  await asks.getByRole('link', { name: `Je verzoek om lid te worden van ${group} is afgewezen` }).click();
  await asks.getByRole('button', { name: `Begrepen: het antwoord van ${group} weghalen` }).click();
  await expect(asks.getByRole('heading', { name: 'Je verzoeken om lid te worden' })).toHaveCount(0);
});

test('who wrote what was not approved reads of it on Home', async ({ signedIn }) => {
  const text = 'Voorstel: een tweede koelkast';
  const author = await signedIn('lisanne');
  const moderator = await signedIn('roos', { node: 1 });
  await openGroup(author, 'Klantenforum');
  await author.getByRole('navigation', { name: /^Onderdelen van/ }).getByRole('link', { name: 'Voorstellen' }).click();
  await author.getByRole('button', { name: /Wat wil je delen/ }).click();
  await author.getByRole('textbox', { name: 'Je bericht' }).fill(text);
  await author.getByRole('button', { name: 'Stuur in' }).click();
  await expect(author.getByRole('article').filter({ hasText: text })).toBeVisible();
  await author.goto('/');

  await moderator.goto('/');
  await moderator.getByRole('link', { name: /wach(t|ten) op goedkeuring in Klantenforum$/ }).click();
  await moderator.getByRole('article').filter({ hasText: text }).getByRole('button', { name: /^Keur niet goed/ }).click();
  await moderator.getByRole('dialog').getByRole('textbox').fill('Er staat er een op de tweede.');
  await moderator.getByRole('dialog').getByRole('button', { name: 'Keur niet goed' }).click();

  await author.getByRole('link', { name: /^Je bericht in Klantenforum\s› Voorstellen is niet goedgekeurd$/ }).click();
  await expect(author.getByText('Er staat er een op de tweede.')).toBeVisible();
});
