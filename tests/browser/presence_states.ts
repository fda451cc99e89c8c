/// What a page shows of who is there, of following a whole group, and to whoever comes back, for axe. Each by itself, as
/// gerrit sees it.
import type { Page } from '@playwright/test';
import { expect, openGroup } from './people.ts';

const until = '2999-11-23T14:00:00.000Z';

/// Whoever is asked for shows something: each of the four in turn.
async function showEverybody(page: Page, own: object): Promise<void> {
  const states = [{ state: 'online' }, { state: 'away' }, { state: 'do_not_disturb', until }, { state: 'on_leave', until }];
  await page.route('**/api/me/presence/beat', (route) => {
    const { people } = route.request().postDataJSON() as { people: number[] };
    return route.fulfill({ json: { own, items: people.map((person, at) => ({ person, ...states[at % states.length] })) } });
  });
}

export const presenceStates: Record<string, (page: Page) => Promise<void>> = {
  'people who show that they are there': async (page) => {
    await showEverybody(page, { shown: true });
    await openGroup(page, 'SSC & Assemblage');
    await page.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
    await expect(page.getByText(/Met verlof tot/).first()).toBeVisible();
  },
  'what one shows oneself': async (page) => {
    await showEverybody(page, { shown: true, sign: 'do_not_disturb', until });
    await page.goto('/help');
    await page.getByRole('button', { name: /^Menu van/ }).click();
    await page.getByRole('menuitem', { name: 'Je aanwezigheid' }).click();
    await page.getByRole('button', { name: 'Zelf kiezen' }).click();
    await page.getByRole('region', { name: 'Met verlof' }).getByRole('button', { name: 'Stel in' }).click();
    await expect(page.getByText('Kies een dag.')).toBeVisible();
  },
  'what one wants of a whole group': async (page) => {
    await openGroup(page, 'SSC & Assemblage');
    await page.getByRole('button', { name: /^Volgen van SSC & Assemblage/ }).click();
    await expect(page.getByRole('menuitemradio', { name: 'Elk bericht' })).toBeVisible();
  },
  'the way back after a while': async (page) => {
    await page.route('**/api/groups', async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as { items: { tabs: { reading: object }[] }[] };
      const read = { unread: 70, following: 'followed', read_until: '2020-01-01T08:00:00.000Z' };
      for (const { tabs } of list.items) for (const tab of tabs) tab.reading = { ...tab.reading, ...read };
      await route.fulfill({ response, json: list });
    });
    await page.route('**/api/notifications', async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as { items: { post?: number }[] };
      const items = list.items.filter(({ post }) => post !== undefined).map((item) => ({ ...item, kind: 'mention', read: false }));
      await route.fulfill({ response, json: { ...list, items, unread: items.length } });
    });
    await page.route('**/api/home/posts?unread=true*', async (route) => {
      await route.fulfill({ response: await page.request.get('/api/home/posts?unread=false') });
    });
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'Welkom terug' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Voor jou' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Markeer de rest als gelezen' })).toBeVisible();
  },
};
