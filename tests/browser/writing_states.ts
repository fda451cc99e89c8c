/// What a page shows of topics, and of how a text will look, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { expect, openGroup } from './people.ts';

/// Another state may have begun something of another kind there.
const compose = async (page: Page) => {
  await openGroup(page, 'SSC & Logistiek');
  const opener = page.getByRole('button', { name: /Wat wil je delen/ }).first();
  const writing = page.getByRole('region', { name: 'Nieuw bericht' });
  await expect(opener.or(writing)).toBeVisible();
  if (await opener.isVisible()) await opener.click();
  await writing.getByText('Bericht', { exact: true }).click();
  const field = writing.getByRole('textbox', { name: 'Je bericht' });
  await field.fill('');
  return field;
};

export const writingStates: Record<string, (page: Page) => Promise<void>> = {
  'topics that are offered': async (page) => {
    const items = [{ topic: 'Kantine', posts: 12 }, { topic: 'kantineplan', posts: 1 }];
    await page.route('**/api/tabs/*/topic-choices?*', (route) => route.fulfill({ json: { items } }));
    await (await compose(page)).pressSequentially('Over #kan');
    await expect(page.getByRole('listbox', { name: 'Welk onderwerp?' })).toBeVisible();
  },
  'how a text will look': async (page) => {
    await (await compose(page)).fill('# Kop\n\nOver #Kantine, **vet**\n\n- [x] een\n\n> citaat van #Kantine\n\n| a | b |\n| - | - |\n| 1 | 2 |');
    await page.getByRole('button', { name: 'Voorbeeld' }).click();
    await expect(page.getByRole('region', { name: 'Zo ziet het eruit' }).getByRole('table')).toBeVisible();
  },
  'the posts of a topic': async (page) => {
    await page.route('**/api/topics/*/posts', async (route) => {
      const found = await page.request.get('/api/home/posts?unread=false&limit=1');
      await route.fulfill({ response: found });
    });
    await page.goto('/t/kantine');
    await expect(page.getByRole('article').first()).toBeVisible();
  },
};
