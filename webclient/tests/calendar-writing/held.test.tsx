import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { OwnHeldCard } from '../../src/features/held/OwnHeldCard.tsx';
import { Queue } from '../../src/features/held/Queue.tsx';
import { outbox } from '../../src/features/posts/outbox.ts';
import type { CalendarEvent, EditHeldPost, OwnHeldPost } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, post } from '../make.ts';
import { planned } from './event-page.ts';
import '../../src/features/calendar/EventHead.tsx';

const body = '# Zomerfeest\n\nNeem een jas mee.';
const held = (more: Partial<CalendarEvent> = {}): OwnHeldPost => ({
  post: post(9, { state: 'held', version: 4, kind: 'event', author: 7, body }),
  kind: 'approval',
  since: at(9),
  event: planned(1, { places: 40, ...more }),
});
const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (of: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(of), { status }));
const sent = () => fetch.mock.calls.filter(([, init]) => init?.method === 'PUT').map(([, init]) => JSON.parse(init?.body as string) as EditHeldPost);

async function showQueue(of: OwnHeldPost) {
  const { since, kind, post: waiting, event } = of;
  fetch.mockImplementation(() => answer({ items: [{ post: { ...waiting, author: 3 }, kind, since, event }], people: [], cursors: [] }));
  const { container } = await draw(<Queue group={2} />);
  const card = within(await screen.findByRole('article'));
  return { container, card };
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
  // An editor that the test before left open has had its say since.
  toasts.clear();
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('An event that waits for approval', () => {
  it('says to who decides when and where it is, and how many can come', async () => {
    const { container, card } = await showQueue(held());
    for (const words of ['Bijeenkomst', 'do 3 dec 2099, 15.00–16.30', 'Kantine', '40 plekken']) expect(card.getByText(words)).toBeTruthy();
    expect(card.queryByText('Dit moment is al voorbij')).toBeNull();
    await expectAccessible(container);
  });

  it('says to who decides that it would be over, and nothing of a place that it has not', async () => {
    const { card } = await showQueue(held({ begins: '2020-01-01T14:00:00.000Z', ends: '2020-01-01T15:00:00.000Z', place: '' }));
    expect(card.getByText('Dit moment is al voorbij')).toBeTruthy();
    expect(card.getByText(/^wo 1 jan 2020/).closest('p')?.children).toHaveLength(3);
  });

  it('says so to its author, who changes its words, and does not save it without a title', async () => {
    const user = userEvent.setup();
    await draw(<OwnHeldCard held={held()} places="none" />);
    expect(await screen.findByText('do 3 dec 2099, 15.00–16.30')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    const title = await screen.findByLabelText<HTMLInputElement>('Titel');
    expect([title.value, screen.getByLabelText<HTMLTextAreaElement>('Bericht aanpassen').value, screen.queryByLabelText('Begint')]).toEqual(['Zomerfeest', 'Neem een jas mee.', null]);
    expect(screen.getByText('Tijd, plek en aantal plekken wijzig je zodra het bericht er staat.')).toBeTruthy();
    await user.clear(title);
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(sent()).toEqual([]);
    await user.type(title, 'Feest');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(sent()).toEqual([{ version: 4, body: '# Feest\n\nNeem een jas mee.', mark: 'work' }]);
  });

  it('says what a title is when the server reads none', async () => {
    const user = userEvent.setup();
    await draw(<OwnHeldCard held={held()} places="none" />);
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    await user.type(await screen.findByLabelText('Titel'), '[[](/x)');
    fetch.mockImplementation(() => answer({ status: 400, code: 'invalid_request', field: '$.body', request_id: 'R-1' }, 400));
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(await screen.findByText('Een bijeenkomst begint met een titel van hoogstens 120 tekens.')).toBeTruthy();
  });

  it('that was taken back is sent in again as it was', async () => {
    fetch.mockImplementation((_, init) => (init?.method === 'DELETE' ? Promise.resolve(new Response(null, { status: 204 })) : new Promise(() => undefined)));
    const user = userEvent.setup();
    await draw(<OwnHeldCard held={held()} places="none" />);
    await user.click(screen.getByRole('button', { name: 'Trek in' }));
    await waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    const event = { begins: '2099-12-03T14:00:00.000Z', ends: '2099-12-03T15:30:00.000Z', place: 'Kantine', places: 40 };
    const [again] = outbox.get();
    expect(again?.request).toMatchObject({ tab: 21, body });
    expect(again?.request.event).toEqual(event);
  });
});
