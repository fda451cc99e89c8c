/// What a page shows of a post for later, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { expect, openGroup } from './people.ts';

export const scheduledStates: Record<string, (page: Page) => Promise<void>> = {
  'a moment being chosen': async (page) => {
    await openGroup(page, 'SSC & Assemblage');
    const opener = page.getByRole('button', { name: /Wat wil je delen/ }).first();
    const writing = page.getByRole('region', { name: 'Nieuw bericht' });
    await expect(opener.or(writing)).toBeVisible();
    // Another state may have begun something there.
    if (await opener.isVisible()) await opener.click();
    await writing.getByText('Bericht', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Je bericht' }).fill('Een begin');
    await expect(page.getByText('Concept opgeslagen')).toBeVisible();
    await page.getByRole('button', { name: 'Later plaatsen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Later plaatsen' });
    await dialog.getByText('Een ander moment', { exact: true }).click();
    await dialog.getByLabel('Dag en tijd').fill('2020-01-01T08:00');
    await dialog.getByRole('button', { name: 'Kies dit moment' }).click();
    await expect(dialog.getByText('Kies een moment dat nog komt.')).toBeVisible();
  },
  'posts that wait, and one that was not posted': async (page) => {
    await openScheduled(page);
    await expect(page.getByRole('article')).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Niet geplaatst' })).toBeVisible();
  },
  'a post that waits, being changed': async (page) => {
    await openScheduled(page);
    await page.getByRole('article').last().getByRole('button', { name: 'Aanpassen' }).click();
    await expect(page.getByLabel('Dag en tijd')).toBeVisible();
  },
};

/// In a tab where gerrit may post.
async function openScheduled(page: Page): Promise<void> {
  const { person: me } = (await (await page.request.get('/api/me')).json()) as { person: { id: number } };
  const { items: groups } = (await (await page.request.get('/api/groups')).json()) as Groups;
  const place = groups.find(({ group }) => group.name === 'SSC & Assemblage');
  const tab = place?.tabs.find((view) => view.may_post)?.tab;
  const waiting = (id: number, failed: boolean) => {
    const words = failed ? 'De uren van lijn 4 staan klaar.' : 'Maandag begint de proef op lijn 4.';
    const blocks = [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];
    const about = { id, group: place?.group.id, tab: tab?.id, author: me.id, kind: 'update', version: 1, state: 'scheduled', mark: 'work' };
    const [published_at, publish_at] = ['2026-11-23T08:00:00.000Z', failed ? '2026-11-20T07:00:00.000Z' : '2999-11-30T07:00:00.000Z'];
    return { post: { ...about, body: words, blocks, published_at }, publish_at, failed };
  };
  await page.route('**/api/me/scheduled', async (route) => {
    const answer = await route.fetch();
    const found = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...found, items: [waiting(900_001, true), waiting(900_002, false)] } });
  });
  await page.goto('/scheduled');
}

interface Groups {
  items: { group: { id: number; name: string }; tabs: { tab: { id: number }; may_post: boolean }[] }[];
}
