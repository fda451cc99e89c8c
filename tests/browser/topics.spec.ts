import { expect, keepDraftsHere, openGroup, post, test } from './people.ts';

test('a topic gathers the posts that have it, live on another node, and is offered to whoever writes next', async ({ signedIn }) => {
  const fatma = await signedIn('fatma', { node: 1 });
  await fatma.goto('/t/Proefpijp');
  await expect(fatma.getByText('Geen berichten over #proefpijp die jij kunt lezen.')).toBeVisible();
  const bram = await signedIn('bram');
  await openGroup(bram, 'SSC & Kettingwerk');
  await post(bram, 'De eerste meting van de #Proefpijp is goed');
  await expect(fatma.getByRole('article').filter({ hasText: 'De eerste meting' })).toBeVisible();

  await bram.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const field = bram.getByRole('textbox', { name: 'Je bericht' });
  await field.pressSequentially('De tweede ook, dus #proe');
  await expect(bram.getByRole('option', { name: /Proefpijp/ })).toBeVisible();
  // Enter alone begins a new line: "#proe" may be meant.
  await bram.keyboard.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /./);
  await bram.keyboard.press('Enter');
  await expect(field).toHaveValue('De tweede ook, dus #Proefpijp ');
  await bram.getByRole('button', { name: 'Plaats bericht' }).click();
  const card = bram.getByRole('article').filter({ hasText: 'De tweede ook' });
  await card.getByRole('link', { name: '#Proefpijp' }).click();
  await expect(bram).toHaveURL(/\/t\/proefpijp$/);
  await expect(bram.getByRole('heading', { name: '#proefpijp', level: 1 })).toBeVisible();
  await expect(bram.getByRole('article')).toHaveCount(2);
});

test('what is pasted from a document keeps its form, in one step that can be taken back', async ({ signedIn }) => {
  const thijs = await signedIn('thijs', { viewport: { width: 320, height: 640 } });
  await keepDraftsHere(thijs);
  await openGroup(thijs, 'Heel Vaartland');
  await thijs.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const field = thijs.getByRole('textbox', { name: 'Je bericht' });
  await field.pressSequentially('Zie ');
  const paste = (html: string) =>
    field.evaluate((area, words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', words);
      clipboardData.setData('text/plain', 'plat');
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  await paste('<p><b>Morgen</b> gesloten</p><ul><li>kantine</li><li><i>receptie</i></li></ul><script>alert(1)</script>');
  await expect(field).toHaveValue('Zie **Morgen** gesloten\n\n- kantine\n- *receptie*');
  // The first one came in two steps: what turns it had to be fetched.
  await field.fill('');
  await field.pressSequentially('Zie ');
  await paste('<p><i>Morgen</i></p>');
  await expect(field).toHaveValue('Zie *Morgen*');
  await thijs.keyboard.press('ControlOrMeta+z');
  await expect(field).toHaveValue('Zie ');
  await field.fill('');
});

test('the preview shows what readers then see', async ({ signedIn }) => {
  const nadia = await signedIn('nadia', { viewport: { width: 320, height: 640 } });
  await keepDraftsHere(nadia);
  await openGroup(nadia, 'Heel Vaartland');
  await nadia.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const words = [
    '## Lift *oost* dicht', 'Vanaf **morgen**, ~~vandaag~~\nzie https://plein.example/a_b en `code`.', '1. trap\n2. lift west\n   - of niet', '> #LiftOost',
    '| a | b |\n| - | - |\n| 1 | #2 |', '```\nx\n```', '- [x] gemeld\n- [ ] klaar',
  ];
  await nadia.getByRole('textbox', { name: 'Je bericht' }).fill(words.join('\n\n'));
  await nadia.getByRole('button', { name: 'Voorbeeld' }).click();
  const preview = nadia.getByRole('region', { name: 'Zo ziet het eruit' });
  await expect(preview.getByRole('link', { name: '#LiftOost' })).toBeVisible();
  const drawn = await preview.locator('> div').innerHTML();
  expect(await nadia.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await nadia.getByRole('button', { name: 'Plaats bericht' }).click();
  const card = nadia.getByRole('article').filter({ hasText: 'Lift oost dicht' });
  await expect(card.getByRole('link', { name: '#LiftOost' })).toBeVisible();
  expect(await card.innerHTML()).toContain(drawn);
});
