/// What a page shows of a poll while one makes it, votes, and looks, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { expect, openGroup } from './people.ts';

const closesAt = '2999-11-27T16:00:00.000Z';
const texts = ['Filterkoffie', 'Espresso', 'Alles beter dan dit, ook als dat in de kantine van het andere gebouw moet'];
const unknown = texts.map((text) => ({ text }));
const counted = texts.map((text, at) => ({ text, votes: [5, 2, 1][at] ?? 0 }));
const base = { version: 99, options: unknown, multiple: false, anonymous: false, closes_at: closesAt, voters: 8 };

export const pollStates: Record<string, (page: Page) => Promise<void>> = {
  'a poll in the making': async (page) => {
    await beginPoll(page);
    await expect(page.getByText('Dit antwoord staat er al.')).toBeVisible();
    await expect(page.getByText(/^Plein bewaart wie stemde/)).toBeVisible();
  },
  'a poll before one votes': async (page) => {
    await openPoll(page, { poll: base });
    await page.getByRole('radio', { name: 'Espresso' }).check();
    await expect(page.getByRole('article').first().getByRole('button', { name: 'Stem', exact: true })).toBeEnabled();
  },
  'a poll after one voted': async (page) => {
    await openPoll(page, { poll: { ...base, options: counted }, vote: [1] });
    await expect(page.getByText('jouw keuze')).toBeVisible();
  },
  'a poll that is closed': async (page) => {
    await openPoll(page, { poll: { ...base, options: counted, closed_at: '2026-11-20T16:00:00.000Z' }, vote: [1] });
    await expect(page.getByText('meeste stemmen')).toBeVisible();
  },
  'a vote in an anonymous poll': async (page) => {
    await openPoll(page, { poll: { ...base, anonymous: true, multiple: true, voters: undefined }, vote: [] });
    await expect(page.getByText(/^Je hebt gestemd/)).toBeVisible();
  },
  'who chose what': async (page) => {
    const people = [{ id: 900_001, version: 1, title: '', name: 'Fatma Yıldız', suspended: false }];
    await page.route('**/api/posts/*/votes', (route) => route.fulfill({ json: { items: [{ person: 900_001, options: [0] }], total: 9, people } }));
    await openPoll(page, { poll: { ...base, options: counted }, vote: [1] });
    await page.getByRole('button', { name: 'Wie koos wat?' }).click();
    await expect(page.getByRole('dialog').getByText('Fatma Yıldız')).toBeVisible();
  },
  'before a poll is closed': async (page) => {
    await openPoll(page, { poll: base });
    await page.getByRole('article').first().getByRole('button', { name: /Wat kun je doen met dit bericht/ }).click();
    await page.getByRole('menuitem', { name: 'Sluit de peiling…' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
  },
};

/// In a group where nothing is begun; what was begun here before stands there again.
async function beginPoll(page: Page): Promise<void> {
  await openGroup(page, 'SSC & Kettingwerk');
  await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
  const writing = page.getByRole('region', { name: 'Nieuw bericht' });
  await writing.getByText('Peiling', { exact: true }).click();
  for (const number of [1, 2]) await writing.getByRole('textbox', { name: `Antwoord ${number}` }).fill('Koffie');
  await writing.getByRole('switch', { name: 'Anoniem' }).check();
  await writing.getByRole('combobox', { name: 'Hoelang kan iedereen stemmen?' }).selectOption('own');
}

/// A group whose newest post is a poll of one's own, where no other test writes.
async function openPoll(page: Page, { poll, vote }: { poll: object; vote?: number[] }): Promise<void> {
  const { person: me } = (await (await page.request.get('/api/me')).json()) as { person: { id: number } };
  await page.route('**/api/groups/*/posts', async (route) => {
    const answer = await route.fetch();
    const found = (await answer.json()) as { items: [{ post: object; mine: object }] };
    const [{ post, mine, ...view }, ...others] = found.items;
    const asked = { ...post, kind: 'poll', author: me.id };
    await route.fulfill({ response: answer, json: { ...found, items: [{ ...view, post: asked, poll, mine: { ...mine, vote } }, ...others] } });
  });
  await openGroup(page, 'Stuurgroep');
}
