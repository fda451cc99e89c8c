import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { OwnHeldCard } from '../../src/features/held/OwnHeldCard.tsx';
import { Queue } from '../../src/features/held/Queue.tsx';
import { forgetPeople, learnPeople } from '../../src/features/people/people.ts';
import { outbox } from '../../src/features/posts/outbox.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, person, post } from '../make.ts';

const people = [person(8, 'Daan Smit'), person(30, 'Fatma Yıldız')];
const held = (author: number) => ({
  post: post(9, { state: 'held', version: 4, kind: 'praise', author, praised: [30, 8] }),
  kind: 'approval' as const,
  since: at(9),
});
const fetch = vi.fn<typeof globalThis.fetch>();
const sentence = () => within(screen.getByRole('article')).getByText('Compliment voor').closest('p')?.textContent;
const said = 'Compliment voor Fatma Yıldız en Daan Smit';

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  outbox.set([]);
});
afterEach(() => {
  forgetPeople();
  fetch.mockReset();
  vi.unstubAllGlobals();
  toasts.clear();
});

describe('Praise that waits for approval', () => {
  it('says to who decides whom it is for', async () => {
    fetch.mockImplementation(() => Promise.resolve(new Response(JSON.stringify({ items: [held(3)], people, cursors: [] }))));
    const { container } = await draw(<Queue group={2} />);
    const card = within(await screen.findByRole('article'));
    expect(card.getByText('Compliment')).toBeTruthy();
    expect(sentence()).toBe(said);
    await expectAccessible(container);
  });

  it('says to its author whom it is for, also while they change its words', async () => {
    const user = userEvent.setup();
    await draw(<OwnHeldCard held={held(7)} places="none" />);
    act(() => learnPeople(people));
    expect(screen.getByText('Compliment')).toBeTruthy();
    expect(sentence()).toBe(said);
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    expect(sentence()).toBe(said);
  });

  it('that was taken back is sent in again for the same people', async () => {
    fetch.mockImplementation((_, init) => (init?.method === 'DELETE' ? Promise.resolve(new Response(null, { status: 204 })) : new Promise(() => undefined)));
    const user = userEvent.setup();
    await draw(<OwnHeldCard held={held(7)} places="none" />);
    await user.click(screen.getByRole('button', { name: 'Trek in' }));
    await waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    expect(outbox.get().map(({ request }) => request)).toMatchObject([{ tab: 21, body: 'Bericht 9', praise: { people: [30, 8] } }]);
  });
});
