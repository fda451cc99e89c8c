import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { administration } from './administration_pages.ts';
import { calendarStates } from './calendar_states.ts';
import { ideaStates } from './idea_states.ts';
import { languageStates } from './language_states.ts';
import { newsStates } from './news_states.ts';
import { notificationStates } from './notification_states.ts';
import { cuttable, expect, keepDraftsHere, logins, openDepartment, openGroup, password, signIn, test } from './people.ts';
import { pollStates } from './poll_states.ts';
import { praiseStates } from './praise_states.ts';
import { questionStates } from './question_states.ts';
import { scheduledStates } from './scheduled_states.ts';
import { writingStates } from './writing_states.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/// Every route of the client's router has its run here; the last test looks.
const pages: Record<string, (page: Page) => Promise<void>> = {
  '/': async (page) => { await page.goto('/'); },
  '/groups': async (page) => { await page.goto('/groups'); },
  '/g/$group/$tab': async (page) => { await openGroup(page, 'SSC & Verkoop'); },
  '/g/$group/members': async (page) => {
    await openGroup(page, 'SSC & Verkoop');
    await page.getByRole('main').getByRole('link', { name: /leden|members/ }).first().click();
  },
  '/g/$group/tabs': async (page) => {
    await openGroup(page, "Collega's onderling");
    await page.getByRole('main').getByRole('link', { name: /Indeling|Tabs/ }).click();
    await expect(page.getByRole('list', { name: /^(Onderdelen|Tabs) / })).toBeVisible();
  },
  '/g/$group/held': async (page) => {
    await openGroup(page, "Collega's onderling");
    await page.goto(page.url().replace(/all$/, 'held'));
    await expect(page.getByText(/^(Er wacht niets op goedkeuring|Nothing awaits approval)\.$/)).toBeVisible();
  },
  '/g/$group/about': async (page) => {
    await openGroup(page, "Collega's onderling");
    await page.getByRole('main').getByRole('link', { name: /Over deze groep|About this group/ }).click();
  },
  '/g/$group/settings': async (page) => {
    await openGroup(page, "Collega's onderling");
    await page.getByRole('main').getByRole('link', { name: /Over deze groep|About this group/ }).click();
    await page.getByRole('main').getByRole('link', { name: /Instellingen|Settings/ }).click();
  },
  '/groups/new': async (page) => { await page.goto('/groups/new'); },
  '/join': async (page) => { await page.goto('/join'); },
  '/p/$post': async (page) => {
    await openGroup(page, 'SSC & Verkoop');
    await page.getByRole('article').first().getByRole('link').filter({ has: page.locator('time') }).first().click();
    await expect(page).toHaveURL(/\/p\/\d+/);
  },
  '/t/$topic': async (page) => {
    await page.goto('/t/kantine');
    await expect(page.getByRole('heading', { name: '#kantine', level: 1 })).toBeVisible();
  },
  '/bookmarks': async (page) => { await page.goto('/bookmarks'); },
  '/drafts': async (page) => { await page.goto('/drafts'); },
  '/scheduled': async (page) => { await page.goto('/scheduled'); },
  '/agenda': async (page) => {
    await page.goto('/agenda');
    await expect(page.getByRole('link', { name: /Rondje langs de rivier/ })).toBeVisible();
  },
  '/q': async (page) => {
    await page.goto('/q');
    await page.getByText('Voor mijn servicedesk').click();
    await expect(page).toHaveURL(/list=desk/);
  },
  '/help': async (page) => { await page.goto('/help'); },
  '/people': async (page) => {
    await page.goto('/people');
    await expect(page.getByRole('main').getByRole('link', { name: /Aditi Sharma/ })).toBeVisible();
  },
  '/people/$person': async (page) => {
    await page.goto('/people?search=ruben');
    await page.getByRole('main').getByRole('link', { name: /Ruben Martina/ }).click();
    await expect(page.getByRole('heading', { name: 'Ruben Martina', level: 1 })).toBeVisible();
  },
  '/departments': async (page) => {
    await page.goto('/departments');
    await expect(page.getByRole('link', { name: 'Finance' })).toBeVisible();
  },
  '/departments/$department': async (page) => {
    await openDepartment(page, 'Finance');
  },
  '/notifications': async (page) => {
    await page.goto('/notifications');
    await expect(page.getByText('Dit zijn je laatste meldingen')).toBeVisible();
  },
  '/account': async (page) => { await page.goto('/account'); },
  'not found': async (page) => { await page.goto('/er/is/hier/niets'); },
  'gone': async (page) => { await page.goto('/g/999999/all'); },
};

interface Finding { id: string; nodes: { target: string[]; failureSummary?: string }[] }

/// Of the page at rest: its code is loaded, its answers are in, nothing moves (out of sight a colour
/// would never finish moving). What differs in the dark are colours.
async function findings(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  const inTheLight = await run(page, 'light', tags);
  const inTheDark = await run(page, 'dark', ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  return [...inTheLight, ...inTheDark];
}

async function run(page: Page, theme: 'light' | 'dark', runOnly: string[]): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  const found = await page.evaluate(
    (options) => (window as unknown as { axe: { run: (options: unknown) => Promise<{ violations: Finding[] }> } })
      .axe.run(options).then((result) => result.violations),
    { runOnly, resultTypes: ['violations'] },  // of what is in order it need not tell each place
  );
  return found.flatMap((finding) => finding.nodes.map((node) => `${finding.id}, ${theme}: ${node.target.join(' ')}`));
}

test('axe finds nothing on any page', async ({ signedIn }) => {
  test.setTimeout(120_000);
  const page = await signedIn('fatma', { bypassCSP: true });
  await page.context().addInitScript({ content: axe });
  for (const [route, open] of Object.entries(pages)) {
    await open(page);
    expect(await findings(page), route).toEqual([]);
  }
});

test('axe finds nothing where administrators keep accounts, and where an invitation leads', async ({ signedIn, visit }) => {
  test.setTimeout(120_000);
  const options = { bypassCSP: true, mayReport: /status of 404/ };
  for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
    const page = await signedIn('jeroen', { ...options, viewport });
    await page.context().addInitScript({ content: axe });
    for (const [state, bringAbout] of Object.entries(administration)) {
      await bringAbout(page);
      expect(await findings(page), state).toEqual([]);
    }
    const link = (await page.locator('code').textContent()) ?? '';
    const invited = await visit({ ...options, viewport });
    await invited.context().addInitScript({ content: axe });
    for (const address of [link, link.replace(/#.*/, '#unknown')]) {
      await invited.goto('about:blank');
      await invited.goto(address);
      expect(await findings(invited), 'welcome').toEqual([]);
    }
  }
});

test('axe finds nothing where posts wait for approval', async ({ signedIn }) => {
  test.setTimeout(120_000);
  for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
    const options = { bypassCSP: true, viewport };
    const author = await signedIn('maud', options);
    await author.context().addInitScript({ content: axe });
    await openGroup(author, 'Klantenforum');
    await expect(author.getByRole('heading', { name: 'Wacht op goedkeuring' }).first()).toBeVisible();
    await author.reload();
    await expect(author.getByRole('heading', { name: 'Wacht op goedkeuring' }).first()).toBeVisible();
    expect(await findings(author), 'own held post').toEqual([]);

    const owner = await signedIn('priya', options);
    await owner.context().addInitScript({ content: axe });
    await openGroup(owner, 'Klantenforum');
    await owner.getByRole('link', { name: /op goedkeuring$/ }).click();
    await owner.reload();
    await expect(owner.getByRole('article', { name: 'Maud Lansink' })).toBeVisible();
    expect(await findings(owner), 'queue').toEqual([]);
    await owner.getByRole('button', { name: 'Keur niet goed: bericht van Maud Lansink' }).click();
    await expect(owner.getByRole('dialog')).toBeVisible();
    expect(await findings(owner), 'declining').toEqual([]);
  }
});

test('axe finds nothing on a phone and at sign-in', async ({ visit, signedIn }) => {
  const stranger = await visit({ bypassCSP: true });
  await stranger.context().addInitScript({ content: axe });
  await stranger.goto('/');
  expect(await findings(stranger), 'sign-in').toEqual([]);
  const phone = await signedIn('chidi', { bypassCSP: true, viewport: { width: 390, height: 844 } });
  await phone.context().addInitScript({ content: axe });
  await openGroup(phone, 'SSC & Assemblage');
  expect(await findings(phone), 'group on a phone').toEqual([]);
});

/// What a page shows between its answers, or when one does something; each by itself.
const states: Record<string, (page: Page) => Promise<void>> = {
  'an open composer': async (page) => {
    await openGroup(page, 'SSC & Verkoop');
    await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
    await page.getByRole('textbox', { name: 'Je bericht' }).fill('Een begin');
  },
  'an open dialog': async (page) => {
    await openGroup(page, 'SSC & Verkoop');
    await page.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
    await page.getByRole('button', { name: 'Groep verlaten' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
  },
  'a tab in the making': async (page) => {
    await openGroup(page, 'SSC & Assemblage');
    await page.getByRole('link', { name: 'Indeling' }).click();
    await page.getByRole('button', { name: 'Onderdeel toevoegen' }).click();
    await page.getByRole('combobox', { name: /^Afdeling/ }).selectOption('Finance');
    await page.getByRole('radio', { name: /^Alleen leden/ }).check();
    await expect(page.getByText(/Je werkt zelf niet bij Finance/)).toBeVisible();
  },

  'every way into a group': async (page) => {
    const [person, inviter] = [{ id: 1, version: 99, title: '', name: 'Jeroen Maas', suspended: false }, 2];
    const since = '2026-11-23T08:00:00.000Z';
    const request = { group: 1, person: 1, note: 'Ik beheer hun koppeling.', since };
    const invitation = { group: 1, person: 1, role: 'member', inviter, since };
    await page.route('**/api/groups/*/requests', (route) => route.fulfill({ json: { items: [request], people: [person], cursors: [] } }));
    await page.route('**/api/groups/*/invitations', (route) => route.fulfill({ json: { items: [invitation], people: [person], cursors: [] } }));
    await openGroup(page, 'SSC & Assemblage');
    await page.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
    await page.getByText('Uitnodigen met een link').click();
    await page.getByRole('button', { name: 'Maak link' }).click();
    await expect(page.getByText(/\/join#/)).toBeVisible();
    await page.getByText('Veel mensen tegelijk toevoegen').click();
    await page.getByRole('combobox', { name: /^Afdeling, met/ }).selectOption({ label: 'HR' });
    await page.getByRole('button', { name: 'Bekijk wie dit zijn' }).click();
    await expect(page.getByRole('list', { name: 'Wat er gebeurt, per persoon' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Laat toe: Jeroen Maas' })).toBeVisible();
  },
  'a request that is being written': async (page) => {
    const sign = { group: 999, name: 'Elders', kind: 'work', colour: 'teal', cover: 'fan' };
    await page.route('**/api/groups/directory', (route) => route.fulfill({ json: { items: [{ sign, standing: 'none' }], cursors: [] } }));
    await page.goto('/groups');
    await page.getByRole('button', { name: 'Vraag lid te worden van Elders' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'invitations and own requests': async (page) => {
    const sign = { group: 999, name: 'Elders', kind: 'work', colour: 'teal', cover: 'fan' };
    const since = '2026-11-23T08:00:00.000Z';
    const items = [
      { sign, standing: 'invited', since, role: 'moderator', inviter: 2 },
      { sign: { ...sign, group: 998 }, standing: 'requested', since, note: 'Graag.' },
    ];
    await page.route('**/api/me/standings', (route) => route.fulfill({ json: { items, declined: [{ sign: { ...sign, group: 997 }, word: 'Nu niet.', at: since }], people: [], cursors: [] } }));
    await page.goto('/groups');
    await expect(page.getByRole('heading', { name: 'Uitnodigingen' })).toBeVisible();
  },
  'an open menu': async (page) => {
    await openGroup(page, 'SSC & Verkoop');
    await page.getByRole('article').first().getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
  'where a post goes to': async (page) => {
    await openGroup(page, 'SSC & Assemblage');
    await page.getByRole('article').first().getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
    await page.getByRole('menuitem', { name: 'Verplaatsen' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: /^Waar in/ }).selectOption({ index: 1 });
    await expect(page.getByText('Reacties, antwoorden en emoji gaan mee.')).toBeVisible();
  },
  'Home, with a row open': async (page) => {
    // Of posts that are not there nobody reads anything.
    await page.route('**/api/tabs/*/reading', () => undefined);
    await page.route('**/api/home/posts?*', async (route) => {
      const answer = await route.fetch();
      const found = (await answer.json()) as { items: [{ post: object }] };
      const [{ post, ...view }] = found.items;
      const items = Array.from({ length: 5 }, (_, index) => ({ ...view, post: { ...post, id: 900_000 - index } }));
      await route.fulfill({ response: answer, json: { ...found, items } });
    });
    await page.goto('/');
    const row = page.getByRole('list', { name: 'Waar veel nieuw is' }).getByRole('button', { expanded: true });
    await expect(row).toBeVisible();
    await expect(page.getByRole('feed').getByRole('article')).toHaveCount(5);
  },
  'Home, from one side': async (page) => {
    await page.goto('/');
    await page.getByText('Van het SSC', { exact: true }).click();
    await expect(page.getByRole('radio', { name: 'Van het SSC' })).toBeChecked();
  },
  'Home, when all is read': async (page) => {
    const nothing = { items: [], quoted: [], people: [], cursors: [] };
    await page.route('**/api/home/posts?*', (route) => route.fulfill({ json: nothing }));
    await page.goto('/');
    await expect(page.getByText('Je bent bij')).toBeVisible();
  },
  'following a tab': async (page) => {
    await openGroup(page, 'SSC & Verkoop');
    await page.getByRole('navigation', { name: /Onderdelen/ }).getByRole('link', { name: /^HR/ }).click();
    await page.getByRole('button', { name: /Volgen van HR/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
  },

  'one’s own profile being edited': async (page) => {
    await page.goto('/people?search=gerrit');
    await page.getByRole('main').getByRole('link', { name: /Gerrit Postma/ }).click();
    await page.getByRole('button', { name: 'Aanpassen' }).click();
    await expect(page.getByRole('heading', { name: 'Zo zien anderen je' })).toBeVisible();
  },
  'a department being edited by its head': async (page) => {
    await openDepartment(page, 'HR');
    await page.getByRole('button', { name: 'Aanpassen', exact: true }).click();
    await page.getByRole('combobox', { name: 'Vervangers' }).fill('femke');
    await expect(page.getByRole('option', { name: /Femke Boersma/ })).toBeVisible();
  },
  'a service being added': async (page) => {
    await openDepartment(page, 'HR');
    await page.getByRole('button', { name: 'Dienst of proces toevoegen' }).click();
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await expect(page.getByText('Vul dit').first()).toBeVisible();
  },
  'who does what, searched': async (page) => {
    await page.goto('/departments');
    await page.getByRole('searchbox', { name: 'Waar gaat het over?' }).fill('factu');
    await expect(page.getByRole('heading', { name: 'Facturen van leveranciers' })).toBeVisible();
  },
  'nobody found': async (page) => {
    await page.goto('/people?search=qqqq');
    await expect(page.getByText('Niemand gevonden.')).toBeVisible();
  },
  'a feed without posts': async (page) => {
    const nothing = { items: [], quoted: [], people: [], cursors: [] };
    await page.route('**/api/groups/*/posts', (route) => route.fulfill({ json: nothing }));
    await openGroup(page, 'SSC & Verkoop');
    await expect(page.getByText('Hier staat nog niets.')).toBeVisible();
  },
  'a feed that could not be read': async (page) => {
    const problem = { status: 500, code: 'internal', request_id: 'R-1' };
    await page.route('**/api/groups/*/posts', (route) => route.fulfill({ status: 500, json: problem }));
    await openGroup(page, 'SSC & Verkoop');
    await expect(page.getByRole('button', { name: 'Opnieuw proberen' })).toBeVisible();
  },
};

test('axe finds nothing in any state', async ({ visit }) => {
  test.setTimeout(240_000);
  const page = await visit({ bypassCSP: true, mayReport: /status of 500/ });
  await keepDraftsHere(page);
  await page.context().addInitScript({ content: axe });
  const channel = await cuttable(page);
  await signIn(page, logins.gerrit);
  for (const [state, bringAbout] of Object.entries(states)) {
    await bringAbout(page);
    expect(await findings(page), state).toEqual([]);
    await page.unrouteAll();
  }
  await channel.cut();
  await expect(page.getByText('Verbinding kwijt')).toBeVisible();
  expect(await findings(page), 'a lost connection').toEqual([]);
});

test('axe finds nothing in what kinds of posts and notifications show', async ({ visit }) => {
  test.setTimeout(240_000);
  const page = await visit({ bypassCSP: true });
  await keepDraftsHere(page);
  await page.context().addInitScript({ content: axe });
  await signIn(page, logins.gerrit);
  for (const [state, bringAbout] of Object.entries({ ...questionStates, ...pollStates, ...praiseStates, ...newsStates, ...ideaStates, ...calendarStates, ...scheduledStates, ...writingStates, ...languageStates, ...notificationStates })) {
    await bringAbout(page);
    expect(await findings(page), state).toEqual([]);
    await page.unrouteAll();
  }
});

test('axe finds nothing in the first minutes', async ({ visit }) => {
  const page = await visit({ bypassCSP: true, viewport: { width: 390, height: 844 } });
  await page.context().addInitScript({ content: axe });
  await page.goto('/');
  await page.getByLabel(/^(E-mailadres|E-mail address)/).fill(logins.oleh);
  await page.getByLabel(/^(Wachtwoord|Password)$/).fill(password);
  await page.getByRole('button', { name: /^(Log in|Sign in)$/ }).click();
  for (const title of ['Welcome, Oleh', 'How it works', 'Your groups', 'Say hello']) {
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    expect(await findings(page), title).toEqual([]);
    if (title !== 'Say hello') await page.getByRole('button', { name: 'Next' }).click();
  }
});

test('axe finds nothing in what administrators change of departments', async ({ signedIn }) => {
  const page = await signedIn('jeroen', { bypassCSP: true });
  await page.context().addInitScript({ content: axe });
  await page.goto('/departments');
  await page.getByRole('button', { name: 'Afdeling toevoegen' }).click();
  expect(await findings(page), 'a new department').toEqual([]);
  await page.goto('/departments');
  await page.getByRole('button', { name: 'Vrije dagen' }).click();
  await expect(page.getByRole('textbox', { name: 'Naam van de vrije dag' }).first()).toBeVisible();
  expect(await findings(page), 'holidays').toEqual([]);
  await openDepartment(page, 'Verkoop');
  await page.getByRole('button', { name: 'Aanpassen', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findings(page), 'a department being edited').toEqual([]);
  await openDepartment(page, 'Verkoop');
  await page.getByRole('button', { name: 'Afdeling archiveren' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  expect(await findings(page), 'archiving').toEqual([]);
});

test('every route of the web client has an axe run', () => {
  const router = readFileSync(new URL('../../webclient/src/app/router.tsx', import.meta.url), 'utf8');
  const routes = [...router.matchAll(/path: '([^']+)'/g)].map((match) => match[1] ?? '');
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.filter((route) => !['/g/$group', '/sign-in'].includes(route) && !(route in pages) && !(route in administration))).toEqual([]);
});
