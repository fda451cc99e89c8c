/// What a page shows of a compliment, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { expect, openGroup } from './people.ts';

export const praiseStates: Record<string, (page: Page) => Promise<void>> = {
  'a compliment in the making': async (page) => {
    await openGroup(page, 'Klantenforum');
    await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
    const writing = page.getByRole('region', { name: 'Nieuw bericht' });
    await writing.getByText('Compliment', { exact: true }).click();
    await writing.getByRole('combobox', { name: 'Voor wie?' }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    await writing.getByRole('textbox', { name: 'Je compliment' }).fill('Voor de proefloonstrook');
    await expect(writing.getByRole('button', { name: 'Geef compliment' })).toBeEnabled();
  },
  'compliments': async (page) => {
    await page.route('**/api/groups/*/posts', async (route) => {
      const answer = await route.fetch();
      const found = (await answer.json()) as { items: { post: { author: number } }[]; people: { id: number }[] };
      const { person: me } = (await (await page.request.get('/api/me')).json()) as { person: { id: number } };
      const [one, other] = found.people;
      const praised = [[me.id], [one?.id, other?.id, me.id]];
      const items = found.items.map((view, at) => (at < 2 ? { ...view, post: { ...view.post, kind: 'praise', praised: praised[at] } } : view));
      await route.fulfill({ response: answer, json: { ...found, items } });
    });
    await openGroup(page, 'Stuurgroep');
    await expect(page.getByRole('article').first()).toContainText('Compliment voor jou');
  },
};
