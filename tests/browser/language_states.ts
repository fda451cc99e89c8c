/// What a page shows of posts in two languages, and of previews of links, for axe. Each by itself, as gerrit sees it.
import type { Page, Route } from '@playwright/test';
import { placeOf } from './news_states.ts';
import { expect, openGroup } from './people.ts';

const words = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const outside = 'https://www.rijnhaven.example/kades';

export const languageStates: Record<string, (page: Page) => Promise<void>> = {
  'a post being written in two languages': async (page) => {
    await openGroup(page, 'SSC & Logistiek');
    const opener = page.getByRole('button', { name: /Wat wil je delen/ }).first();
    const writing = page.getByRole('region', { name: 'Nieuw bericht' });
    await expect(opener.or(writing)).toBeVisible();
    // Another state may have begun something there.
    if (await opener.isVisible()) await opener.click();
    await writing.getByText('Nieuws', { exact: true }).click();
    await writing.getByRole('button', { name: 'Ook in het Engels' }).click();
    await writing.getByRole('textbox', { name: 'Je tekst in het Engels' }).fill('From Monday the dock is open.');
    await writing.getByRole('textbox', { name: 'Titel' }).first().fill('Het dok gaat open');
    await writing.getByRole('textbox', { name: 'Tekst', exact: true }).fill('Vanaf maandag.');
    await writing.getByRole('button', { name: 'Plaats nieuws' }).click();
    await expect(writing.locator('[aria-invalid=true]')).toHaveCount(1);
  },
  'a post in two languages, of which one is older': async (page) => {
    await openOwn(page, {});
    await expect(page.getByText('Het origineel is daarna aangepast.')).toBeVisible();
  },
  'a translation being changed': async (page) => {
    await openOwn(page, {});
    await page.getByRole('button', { name: /Wat kun je doen met dit bericht/ }).first().click();
    await page.getByRole('menuitem', { name: 'Vertaling aanpassen' }).click();
    await expect(page.getByRole('textbox', { name: 'Je tekst in het Nederlands' })).toBeVisible();
  },
  'a link with a preview': async (page) => {
    const blocks = [{ type: 'paragraph', children: [{ type: 'link', url: outside, children: [{ type: 'text', text: outside }] }] }];
    await previewed(page);
    await openOwn(page, { blocks });
    await expect(page.getByRole('link', { name: /De kades gaan open/ })).toBeVisible();
  },
};

/// What a page outside says of itself: no server asks one in a test.
export async function previewed(page: Page): Promise<void> {
  const preview = { url: outside, site: 'www.rijnhaven.example', title: 'De kades gaan open', description: 'Vanaf maandag ligt de eerste boot er.', has_image: true };
  const dot = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
  await page.route('**/api/posts/*/preview', (route) => route.fulfill({ json: { preview } }));
  await page.route('**/api/posts/*/preview/image', (route) => route.fulfill({ contentType: 'image/gif', body: dot }));
}

/// A post as if its reader had written it in English, and in Dutch before it changed.
async function openOwn(page: Page, more: object): Promise<void> {
  const translation = { language: 'nl', body: 'Het dok is open.', blocks: words('Het dok is open.'), outdated: true };
  const change = async (route: Route) => {
    const answer = await route.fetch();
    const found = (await answer.json()) as { view: { post: object; mine: object } };
    const post = { ...found.view.post, body: 'The dock is open.', blocks: words('The dock is open.'), translation, ...more };
    await route.fulfill({ response: answer, json: { ...found, view: { ...found.view, post, mine: { ...found.view.mine, may_edit: true } } } });
  };
  await page.route(/\/api\/posts\/\d+$/, change);
  await page.goto(await placeOf(page, 'SSC & Assemblage', 'Line 4, first full week'));
}
