/// What a person hears who cannot see the screen: names, roles and order of the pages that everybody meets, and what Tab
/// reaches one after the other.
import type { Page } from '@playwright/test';
import { expect, openGroup, test } from './people.ts';

/// The role and name of what has the focus, as the browser tells a screen reader.
async function focused(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page);
  const { result } = await browser.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await browser.send('Accessibility.getPartialAXTree', { objectId: result.objectId ?? '', fetchRelatives: false });
  await browser.detach();
  const [node] = nodes;
  return `${String(node?.role?.value)} ${String(node?.name?.value)}`.replace(/\s+/g, ' ').trim();
}

async function tabThrough(page: Page, stops: readonly (string | RegExp)[]): Promise<void> {
  for (const stop of stops) {
    await page.keyboard.press('Tab');
    const heard = await focused(page);
    if (typeof stop === 'string') expect(heard).toBe(stop);
    else expect(heard).toMatch(stop);
  }
}

test('sign-in reads from what it is to its language', async ({ visit }) => {
  const page = await visit();
  await page.goto('/');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph: Plein
      - heading "Inloggen" [level=1]
      - paragraph: /Het plein van je organisatie/
      - textbox "E-mailadres of personeelsnummer"
      - textbox "Wachtwoord"
      - button "Toon wachtwoord"
      - button "Log in"
      - paragraph: /Wachtwoord vergeten/
      - group "Taal":
        - radio "Nederlands" [checked]
        - radio "English"
  `);
  await tabThrough(page, [
    'textbox E-mailadres of personeelsnummer', 'textbox Wachtwoord', 'button Toon wachtwoord', 'button Log in', 'radio Nederlands',
  ]);

  await page.getByRole('button', { name: 'Log in' }).click();
  expect(await focused(page)).toBe('textbox E-mailadres of personeelsnummer');
  await expect(page.getByRole('textbox', { name: 'E-mailadres of personeelsnummer' })).toHaveAccessibleDescription('Vul dit in.');
  await page.getByRole('textbox', { name: 'E-mailadres of personeelsnummer' }).fill('niemand@vaartland.example');
  await page.getByRole('button', { name: 'Log in' }).click();
  expect(await focused(page)).toBe('textbox Wachtwoord');
  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill('niet het wachtwoord');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Inloggen" [level=1]
      - alert: /klopt niet|kloppen niet/
      - textbox "E-mailadres of personeelsnummer": niemand@vaartland.example
  `);
});

test('a group page reads from where one is to what was said', async ({ signedIn }) => {
  const page = await signedIn('gerrit');
  await openGroup(page, 'SSC & Assemblage');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Naar de inhoud"
    - banner "Bovenbalk":
      - link "Plein Vaartland"
      - button "Menu van Gerrit Postma"
    - navigation "Navigatie":
      - list:
        - listitem:
          - link "Start"
        - listitem:
          - link "Groepen"
        - listitem:
          - link "Mensen"
      - heading "Je groepen" [level=2]
      - list
      - link "Nieuwe groep"
    - main "Inhoud":
      - heading "SSC & Assemblage" [level=1]
      - paragraph:
        - text: Gesloten groep
        - link /^\\d+ leden/
        - link "Indeling"
        - link "Over deze groep"
      - navigation "Onderdelen van SSC & Assemblage":
        - list:
          - listitem:
            - link /^Alles/
          - listitem:
            - link /^Algemeen/
          - listitem:
            - link /^HR \\(alleen voor deze afdeling\\)/
      - button "Wat wil je delen in SSC & Assemblage?"
      - feed "Berichten":
        - article:
          - heading [level=2]
          - paragraph:
            - link:
              - time
          - button /^Wat kun je doen met dit bericht van /
  `);

  await page.reload();
  await expect(page.getByRole('article').first()).toBeVisible();
  await tabThrough(page, ['link Naar de inhoud', 'link Plein Vaartland', /^button Meldingen/, 'button Menu van Gerrit Postma', /^link Start/]);
  await page.getByRole('link', { name: 'Nieuwe groep' }).focus();
  await tabThrough(page, [/^link \d+ leden/, 'link Indeling', 'link Over deze groep', /^link Alles/]);
  await page.getByRole('button', { name: 'Wat wil je delen in SSC & Assemblage?' }).focus();
  const author = (await page.getByRole('article').first().getByRole('heading', { level: 2 }).getByRole('link').textContent()) ?? '';
  const first = page.getByRole('article').first();
  await tabThrough(page, [/^button .*Nieuwste eerst/, /^button .*Werk en persoonlijk/]);
  if (await page.getByRole('button', { name: 'Alles gelezen' }).count() > 0) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  const when = (await first.locator('time').first().textContent()) ?? '';
  await tabThrough(page, [`link ${author}`, `link ${when}`, /^link /, `button Wat kun je doen met dit bericht van ${author}`]);
});

test('the composer reads from where it goes to the button that sends it, and says what is wrong', async ({ signedIn }) => {
  const page = await signedIn('joris');
  await openGroup(page, 'SSC & Verkoop');
  await page.getByRole('button', { name: /^Wat wil je delen/ }).click();
  expect(await focused(page)).toBe('textbox Je bericht');
  const composer = page.getByRole('region', { name: 'Nieuw bericht' });
  await expect(composer).toMatchAriaSnapshot(`
    - region "Nieuw bericht":
      - combobox "Plaats in":
        - option "Algemeen" [selected]
      - textbox "Je bericht"
      - group "Namens wie schrijf je?":
        - radio "Namens je werk" [checked]
        - radio "Persoonlijk"
      - paragraph: /^Zichtbaar voor \\d+ leden van SSC & Verkoop/
      - button "Annuleren"
      - button "Plaats bericht" [disabled]
  `);

  await page.keyboard.type('Een begin');
  await tabThrough(page, ['button Ook in het Engels', 'radio Namens je werk', 'button Voorbeeld', 'button Later verder', 'button Later plaatsen', 'button Plaats bericht']);
  const field = page.getByRole('textbox', { name: 'Je bericht' });
  await field.fill('x'.repeat(20_001));
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/^Zichtbaar voor .* leden van SSC & Verkoop.*1 teken te lang$/);
  await expect(composer.getByRole('status')).toHaveText('1 teken te lang');
  await expect(composer.getByRole('button', { name: 'Plaats bericht' })).toBeDisabled();
  await field.fill('');
});

test('the members read one after the other, each with what an owner can do', async ({ signedIn }) => {
  const page = await signedIn('gerrit');
  await openGroup(page, 'SSC & Assemblage');
  await page.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
  await expect(page.getByRole('link', { name: 'Aditi Sharma' }).first()).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main "Inhoud":
      - link "Terug naar SSC & Assemblage"
      - heading "Leden" [level=1]
      - region "Lid toevoegen":
        - searchbox "Lid toevoegen"
      - group: Uitnodigen met een link
      - group: Veel mensen tegelijk toevoegen
      - search "Leden zoeken":
        - searchbox "Zoek een lid"
        - combobox "Rol"
        - combobox "Afdeling"
      - status: /^\\d+ leden$/
      - list "Leden":
        - listitem:
          - paragraph:
            - link "Aditi Sharma"
          - paragraph: applicatiebeheerder, ICT
          - combobox "Rol van Aditi Sharma"
          - button "Haal Aditi Sharma uit de groep"
  `);
  await page.getByRole('link', { name: 'Terug naar SSC & Assemblage' }).focus();
  await tabThrough(page, [
    'searchbox Lid toevoegen', /Uitnodigen met een link$/, /Veel mensen tegelijk toevoegen$/, 'searchbox Zoek een lid',
    'combobox Rol', 'combobox Afdeling', 'link Aditi Sharma', 'combobox Rol van Aditi Sharma', 'button Haal Aditi Sharma uit de groep',
  ]);
});
