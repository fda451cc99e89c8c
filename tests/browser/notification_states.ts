/// What a page shows of notifications, of whom one can name, and of who is there, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { expect, openGroup } from './people.ts';
import { presenceStates } from './presence_states.ts';

export const notificationStates: Record<string, (page: Page) => Promise<void>> = {
  'what concerns one': async (page) => {
    await page.goto('/');
    await page.getByRole('button', { name: /^Meldingen/ }).click();
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  },
  'no notifications yet': async (page) => {
    await page.route('**/api/notifications', (route) => route.fulfill({ json: { items: [], unread: 0, people: [], cursors: [] } }));
    await page.goto('/notifications');
    await expect(page.getByText('Je hebt nog geen meldingen.')).toBeVisible();
  },
  'whom one can name': async (page) => {
    await openGroup(page, 'Heel Vaartland');
    await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
    await page.getByRole('textbox', { name: /Je bericht|Je vraag/ }).first().fill('Weet jij dit, @fi');
    await expect(page.getByRole('listbox').getByRole('option', { name: /Finance/ })).toBeVisible();
  },
  ...presenceStates,
};
