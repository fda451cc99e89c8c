import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { holidaysQuery } from '../../src/features/departments/holidays.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import type { Idea } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { commentPage, idea, me, page as pageOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import { gone, ideaPage, ideaView, ownFinance } from './card-page.ts';
import '../../src/features/departments/DepartmentPage.tsx';

/// From the ideas of a department to the card of one and back: what one did there shows before the list is read again.

const open = '/api/departments/1/ideas?ended=false';
let network: Network;
const page = ideaPage(() => network);
const rows = () => within(screen.getByRole('region', { name: 'Ideeën' })).queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const votes = () => within(screen.getByRole('region', { name: 'Ideeën' })).getByText(/stem/).textContent;

/// With the idea in the list, and its card opened from there.
async function openFromList(of: Idea) {
  const knowing = () => {
    queries.setQueryData(departmentsQuery.queryKey, { items: [ownFinance], cursors: [] });
    queries.setQueryData(servicesQuery.queryKey, { items: [], cursors: [] });
    queries.setQueryData(holidaysQuery.queryKey, { holidays: { version: 1, items: [] }, cursors: [] });
  };
  const { history } = await visit('/departments/1', { knowing });
  await act(() => network.pass(50));
  await page.answer(open, pageOf([], { items: [ideaView(of)] }));
  await page.user.click(screen.getByRole('link', { name: 'Bericht 5' }));
  await page.read(ideaView(of));
  await page.answer('/api/posts/5/comments?limit=100', commentPage([]));
  return async () => {
    act(() => history.back());
    await act(() => network.pass(50));
  };
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
});

it('The list of a department counts the vote that one cast on the card', async () => {
  const goBack = await openFromList(idea(1, { votes: 4 }));
  await page.press(/^Dit wil ik ook/);
  await page.answer('/api/posts/5/idea/vote', idea(2, { votes: 5 }));
  await goBack();
  expect(votes()).toBe('5 stemmen');
});

it('The list of a department has what is open: an idea that one decided on leaves it', async () => {
  const goBack = await openFromList(idea(1, { votes: 4 }));
  await page.press('Geef een status');
  await page.user.click(await screen.findByRole('radio', { name: 'Gedaan' }));
  await page.user.type(screen.getByRole('textbox', { name: 'Wat wil je erbij zeggen?' }), 'Ze staan er.');
  await page.user.click(screen.getByRole('button', { name: 'Opslaan' }));
  await page.answer('/api/posts/5/idea/status', gone(2, ['done'], { votes: 4 }));
  await goBack();
  expect(rows()).toEqual([]);
});

it('The list of a department follows what others do while one looks at the card', async () => {
  const goBack = await openFromList(idea(1, { votes: 4 }));
  await page.changed(idea(3, { votes: 6 }));
  await goBack();
  expect(votes()).toBe('6 stemmen');
});
