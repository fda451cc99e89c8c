/// What a page shows of events, for axe. Each by itself, as gerrit sees it.
import type { Page } from '@playwright/test';
import { placeOf } from './news_states.ts';
import { expect, openGroup } from './people.ts';

export const calendarStates: Record<string, (page: Page) => Promise<void>> = {
  'an event in the making': async (page) => {
    await openGroup(page, 'SSC & Logistiek');
    await page.getByRole('button', { name: /Wat wil je delen/ }).first().click();
    const writing = page.getByRole('region', { name: 'Nieuw bericht' });
    await writing.getByText('Bijeenkomst', { exact: true }).click();
    await expect(writing.getByRole('textbox', { name: 'Plek', exact: true })).toBeVisible();
  },
  'an event to come': async (page) => {
    await page.goto(await placeOf(page, 'SSC & Assemblage', 'Meekijkavond'));
    await expect(page.getByRole('button', { name: 'Misschien' })).toBeVisible();
  },
  'an event that is over': async (page) => {
    await page.goto(await placeOf(page, 'SSC & Assemblage', 'Meekijkdag'));
    await expect(page.getByText('Deze bijeenkomst is voorbij.')).toBeVisible();
  },
  'an event that is moved': async (page) => {
    await page.goto(await placeOf(page, 'SSC & Assemblage', 'Meekijkavond'));
    await page.getByRole('button', { name: /Wat kun je doen/ }).first().click();
    await page.getByRole('menuitem', { name: 'Tijd of plek wijzigen…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'who comes to an event': async (page) => {
    await page.goto(await placeOf(page, 'SSC & Assemblage', 'Meekijkavond'));
    await page.getByRole('button', { name: 'Wie komt er?' }).click();
    await expect(page.getByRole('dialog').getByText(/Hilde/).first()).toBeVisible();
  },
  'the secret address of a calendar': async (page) => {
    await page.goto('/agenda');
    await page.getByRole('button', { name: 'Agenda koppelen' }).click();
    await page.getByRole('button', { name: 'Maak het adres' }).click();
    await expect(page.getByText(/\/api\/calendar-feed\//)).toBeVisible();
  },
};
