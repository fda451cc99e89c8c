import { expect, losesAccess, openGroup, test } from './people.ts';

test('a private question reaches the desk on the other node, is answered there, and is nothing to others', async ({ signedIn }) => {
  const text = 'Waarom is mijn loon deze maand lager?';
  const asker = await signedIn('thijs');
  const desk = await signedIn('fatma', { node: 1 });
  const colleague = await signedIn('lisanne', losesAccess);
  await desk.goto('/q?list=desk');
  await expect(desk.getByRole('heading', { name: 'Vragen', level: 1 })).toBeVisible();

  await openGroup(asker, 'SSC & Verkoop');
  await asker.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = asker.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Vraag', { exact: true }).click();
  await writing.getByRole('combobox', { name: 'Waar gaat het over?' }).fill('loonstrook');
  await asker.getByRole('option', { name: /Salaris en loonstrook/ }).click();
  await writing.getByRole('radio', { name: 'Privé: alleen de servicedesk van HR en jij' }).check();
  await writing.getByRole('textbox', { name: 'Je vraag' }).fill(text);
  await writing.getByRole('button', { name: 'Stel je vraag privé' }).click();
  await asker.getByRole('button', { name: 'Bekijk je vraag' }).click();
  const ofAsker = asker.getByRole('article').filter({ hasText: text });
  await expect(ofAsker).toContainText('Privévraag');

  await desk.getByRole('link', { name: text }).click();
  await desk.getByRole('textbox', { name: /^Schrijf een reactie\. Alleen de servicedesk van HR/ }).fill('Je toeslag komt volgende maand.');
  await desk.keyboard.press('Control+Enter');
  await expect(ofAsker).toContainText('Je toeslag komt volgende maand.');

  await colleague.goto(new URL(asker.url()).pathname);
  await expect(colleague.getByText('Dit is er niet, of je kunt het niet zien')).toBeVisible();
  await openGroup(asker, 'SSC & Verkoop');
  await expect(asker.getByRole('article').first()).toBeVisible();
  await expect(asker.getByRole('article').filter({ hasText: text })).toHaveCount(0);
});
