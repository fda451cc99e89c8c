/// What a page shows of news, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { expect, openGroup } from './people.ts';

/// Of a post of this group that says these words, however long ago.
export async function placeOf(page: Page, group: string, words: string): Promise<string> {
  const groups = (await (await page.request.get('/api/groups')).json()) as { items: { group: { id: number; name: string } }[] };
  const id = groups.items.find((view) => view.group.name === group)?.group.id;
  for (let before = ''; ;) {
    const answer = await page.request.get(`/api/groups/${String(id)}/posts?limit=100${before}`);
    const posts = (await answer.json()) as { items: { post: { id: number; body: string } }[]; next?: string };
    const found = posts.items.find(({ post }) => post.body.includes(words));
    if (found) return `/p/${String(found.post.id)}`;
    if (posts.next === undefined) throw new Error(`nothing in ${group} says ${words}`);
    before = `&before=${encodeURIComponent(posts.next)}`;
  }
}

export const newsStates: Record<string, (page: Page) => Promise<void>> = {
  'news in the making': async (page) => {
    await openGroup(page, 'SSC & Assemblage');
    await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
    const writing = page.getByRole('region', { name: 'Nieuw bericht' });
    await writing.getByText('Nieuws', { exact: true }).click();
    await writing.getByRole('textbox', { name: 'Titel' }).fill('De kantine verhuist');
    await writing.getByRole('combobox', { name: 'Raakt' }).click();
    await page.getByRole('option', { name: 'Finance' }).click();
    await expect(writing.getByRole('button', { name: 'Plaats nieuws' })).toBeEnabled();
  },
  'news that waits on Home': async (page) => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: /oefenen we de ontruiming/ })).toBeVisible();
  },
  'news that affects departments and is to be confirmed': async (page) => {
    await page.goto('/');
    await page.getByRole('link', { name: /oefenen we de ontruiming/ }).click();
    await expect(page.getByRole('button', { name: 'Ik heb dit gelezen' })).toBeVisible();
  },
  'who confirmed news': async (page) => {
    await page.goto(await placeOf(page, 'SSC & Assemblage', 'Dit was onze fout'));
    await page.getByRole('button', { name: 'Wie heeft dit gelezen?' }).click();
    await expect(page.getByRole('dialog').getByRole('progressbar')).toBeVisible();
  },
};
