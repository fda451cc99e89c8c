/// What a page shows of ideas, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { placeOf } from './news_states.ts';
import { expect, openGroup } from './people.ts';

export const ideaStates: Record<string, (page: Page) => Promise<void>> = {
  'an idea in the making': async (page) => {
    await openGroup(page, 'SSC & Logistiek');
    await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
    const writing = page.getByRole('region', { name: 'Nieuw bericht' });
    await writing.getByText('Idee', { exact: true }).click();
    await writing.getByRole('combobox', { name: 'Voor wie is je idee?' }).pressSequentially('HR');
    await page.getByRole('option', { name: 'HR', exact: true }).click();
    await expect(writing).toContainText('HR beslist over je idee.');
  },
  'an idea that is done, and how it came there': async (page) => {
    await page.goto(await placeOf(page, 'SSC & Assemblage', 'twee dagen vooraf'));
    await page.getByRole('button', { name: /eerdere stappen/ }).click();
    await expect(page.getByText('Gehoord').first()).toBeVisible();
  },
  'an idea that is given a status': async (page) => {
    await page.goto(await placeOf(page, 'SSC & Assemblage', 'Betaal het salaris op'));
    await page.getByRole('button', { name: 'Geef een andere status' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'who wants an idea too': async (page) => {
    await page.goto(await placeOf(page, 'SSC & Assemblage', 'twee dagen vooraf'));
    await page.getByRole('button', { name: 'Wie wil dit ook?' }).click();
    await expect(page.getByRole('dialog').getByText('Marleen', { exact: false }).first()).toBeVisible();
  },
  'the ideas of a department': async (page) => {
    const departments = (await (await page.request.get('/api/departments')).json()) as { items: { id: number; name: string }[] };
    await page.goto(`/departments/${String(departments.items.find(({ name }) => name === 'HR')?.id)}`);
    await page.getByText('Gedaan en niet gedaan').click();
    await expect(page.getByRole('link', { name: /twee dagen vooraf/ })).toBeVisible();
  },
};
