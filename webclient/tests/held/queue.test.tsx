import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from '../../src/design/Toasts.tsx';
import { toasts } from '../../src/design/toast.ts';
import { heldQuery, ownHeldQuery } from '../../src/features/held/held.ts';
import { OwnHeldCard } from '../../src/features/held/OwnHeldCard.tsx';
import { Queue } from '../../src/features/held/Queue.tsx';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { loadAllWords } from '../../src/i18n/text.tsx';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, department, poll, post, question } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const refusal = (status: number, code: string, field?: string) =>
  new Response(JSON.stringify({ status, code, field, request_id: 'R-7' }), { status });
const requests = () =>
  fetch.mock.calls
    .filter(([, init]) => init?.method !== 'GET')
    .map(([path, init]) => [path, init?.body === undefined ? undefined : JSON.parse(init.body as string)] as const);

beforeEach(async () => {
  await loadAllWords('nl');
  vi.stubGlobal('fetch', fetch);
  fetch.mockImplementation(() => Promise.resolve(new Response('{"items":[],"people":[],"cursors":[]}')));
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
  for (const { key } of toasts.visibleToasts) toasts.close(key);
});

const held = { post: post(9, { state: 'held', version: 4 }), kind: 'approval' as const, since: at(9) };

async function drawQueue() {
  fetch.mockImplementation((path) => Promise.resolve(new Response(isQueue(path) ? queue([held]) : nothing)));
  const drawn = await draw(
    <>
      <Queue group={2} />
      <Toasts />
    </>,
  );
  await screen.findByRole('article');
  return { ...drawn, user: userEvent.setup() };
}
const knowHr = () => void queries.setQueryData(departmentsQuery.queryKey, { items: [department(1, { name: 'HR' })], cursors: [] });
const isQueue = (path: unknown) => path === '/api/groups/2/held';
const queue = (items: object[]) => JSON.stringify({ items, people: [], cursors: [] });
const nothing = queue([]);

describe('A post in the queue', () => {
  it('is approved as it was read', async () => {
    const { user, container } = await drawQueue();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Keur goed: bericht van Priya Ramdin' }));
    expect(requests()).toEqual([['/api/held/9/approved', { version: 4 }]]);
    await vi.waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  });

  it('says that it is a question, and to whom it goes', async () => {
    const asking = { ...held, post: post(9, { state: 'held', version: 4, kind: 'question' }), question: question(1) };
    fetch.mockImplementation((path) => Promise.resolve(new Response(isQueue(path) ? queue([asking]) : nothing)));
    await draw(<Queue group={2} />);
    act(knowHr);
    const card = within(await screen.findByRole('article'));
    expect(card.getByText('Vraag')).toBeTruthy();
    expect(await card.findByText('aan HR')).toBeTruthy();
  });

  it('says that it is a poll, and what it offers', async () => {
    const terms = poll(1, { anonymous: true, multiple: true, closes_at: '2026-11-30T08:09:00.000Z' });
    const asking = { ...held, post: post(9, { state: 'held', version: 4, kind: 'poll' }), poll: terms };
    fetch.mockImplementation((path) => Promise.resolve(new Response(isQueue(path) ? queue([asking]) : nothing)));
    const { container } = await draw(<Queue group={2} />);
    const card = within(await screen.findByRole('article'));
    expect(card.getByText('Peiling')).toBeTruthy();
    expect(card.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Koffie', 'Thee', 'Water']);
    for (const words of ['Eén of meer antwoorden', 'Anoniem', 'Na goedkeuring 7 dagen open']) expect(card.getByText(words)).toBeTruthy();
    await expectAccessible(container);
  });

  it('is declined with a reason, and not without', async () => {
    const { user } = await drawQueue();
    await user.click(screen.getByRole('button', { name: /^Keur niet goed/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Keur niet goed' }));
    expect(dialog.getByText('Schrijf op waarom.')).toBeTruthy();
    expect(requests()).toEqual([]);
    await user.type(dialog.getByRole('textbox'), '  Zeg voor wie  ');
    await user.click(dialog.getByRole('button', { name: 'Keur niet goed' }));
    expect(requests()).toEqual([['/api/held/9/declined', { version: 4, reason: 'Zeg voor wie' }]]);
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('leaves a reason that is being written when somebody else decides first', async () => {
    const { user } = await drawQueue();
    await user.click(screen.getByRole('button', { name: /^Keur niet goed/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'Zeg voor wie');
    act(() => {
      queries.setQueryData(heldQuery(2).queryKey, []);
    });
    expect(await dialog.findByText(/Iemand anders was je voor/)).toBeTruthy();
    expect(dialog.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Zeg voor wie');
    expect(dialog.queryByRole('button', { name: 'Keur niet goed' })).toBeNull();
  });

  it.each([
    ['stale_version', undefined, /paste dit intussen aan/],
    ['conflict', 'post', /Iemand anders was je voor/],
    ['conflict', 'author', /leest hier niet meer mee/],
    ['not_found', 'post', /wacht niet meer/],
  ])('says why it could not be decided on: %s about %s', async (code, field, words) => {
    const { user } = await drawQueue();
    fetch.mockImplementation((path, init) =>
      Promise.resolve(init?.method === 'PUT' ? refusal(409, code, field) : new Response(isQueue(path) ? queue([held]) : nothing)),
    );
    await user.click(screen.getByRole('button', { name: /^Keur goed/ }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('article')).toBeTruthy();
  });
});

describe('An own held post', () => {
  it('says that it waits, and who sees it', async () => {
    const { container } = await draw(<OwnHeldCard held={held} places="none" />);
    expect(screen.getByRole('heading', { name: 'Wacht op goedkeuring' })).toBeTruthy();
    expect(screen.getByText('Alleen jij en de moderatoren van deze groep zien dit.')).toBeTruthy();
    await expectAccessible(container);
  });

  it('says who declined it and why, and is sent in again after an edit', async () => {
    const declined = { by: 3, at: at(12), reason: 'Zeg voor wie.' };
    await draw(<OwnHeldCard held={{ ...held, declined }} places="none" />);
    expect(screen.getByRole('heading', { name: 'Priya Ramdin keurde dit niet goed' })).toBeTruthy();
    expect(screen.getByText('Zeg voor wie.')).toBeTruthy();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Pas aan en stuur opnieuw in' }));
    await user.type(screen.getByRole('textbox'), ' voor HR');
    await user.click(screen.getByRole('button', { name: 'Stuur opnieuw in' }));
    expect(requests()).toEqual([['/api/held/9', { version: 4, body: 'Bericht 9 voor HR', mark: 'work' }]]);
  });
});

/// Takes it back, and the taking back as well.
async function withdrawAndUndo() {
  fetch.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })));
  await userEvent.setup().click(screen.getByRole('button', { name: 'Trek in' }));
  await vi.waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
  fetch.mockImplementation(() => new Promise(() => undefined));
  act(() => toasts.visibleToasts[0]?.content.action?.run());
}

describe('A question that waits', () => {
  const asking = { ...held, post: post(9, { state: 'held', kind: 'question', body: 'Wie?' }) };

  it.each([
    ['a department', question(1), { department: 1 }],
    ['a service', question(1, { service: 5 }), { service: 5 }],
    ['nobody yet', { version: 1, state: 'asked' as const, confidential: false, merged: 0 }, {}],
  ])('says that it is one, and is asked again of the same when its withdrawal is taken back: %s', async (_whom, about, target) => {
    await draw(<OwnHeldCard held={{ ...asking, question: about }} places="none" />);
    expect(screen.getByText('Vraag')).toBeTruthy();
    await withdrawAndUndo();
    expect(requests().at(-1)).toMatchObject(['/api/tabs/21/posts', { body: 'Wie?', question: target }]);
  });

  it('says to its author to whom it goes', async () => {
    await draw(<OwnHeldCard held={{ ...asking, question: question(1) }} places="none" />);
    act(knowHr);
    expect(await screen.findByText('aan HR')).toBeTruthy();
  });
});

describe('A poll that waits', () => {
  it('says what it offers, and offers the same when its withdrawal is taken back', async () => {
    const asking = { ...held, post: post(9, { state: 'held', kind: 'poll', body: 'Wat?' }), poll: poll(1, { anonymous: true, closes_at: at(69) }) };
    await draw(<OwnHeldCard held={asking} places="none" />);
    expect(screen.getByText('Peiling')).toBeTruthy();
    expect(screen.getByText('Na goedkeuring 1 uur open')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Koffie', 'Thee', 'Water']);
    await withdrawAndUndo();
    const offered = { options: ['Koffie', 'Thee', 'Water'], multiple: false, anonymous: true };
    expect(requests().at(-1)).toMatchObject(['/api/tabs/21/posts', { body: 'Wat?', poll: offered }]);
    const { poll: again } = requests().at(-1)?.[1] as { poll: { closes_at: string } };
    expect(Math.round((Date.parse(again.closes_at) - Date.now()) / 60_000)).toBe(60);
  });
});

describe('What an author is changing', () => {
  it.each([
    ['stays theirs when it is approved meanwhile', [], 1],
    ['says nothing when they only leave the page', [held], 0],
  ])('%s', async (_what, rest, offers) => {
    const user = userEvent.setup();
    const Own = () => {
      const [isThere, setThere] = useState(true);
      return (
        <>
          {isThere && <OwnHeldCard held={held} places="none" />}
          <button onClick={() => { setThere(false); }}>Weg</button>
          <Toasts />
        </>
      );
    };
    await draw(<Own />);
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    await user.type(screen.getByRole('textbox'), ' en nog iets');
    queries.setQueryData(ownHeldQuery(held.post.group).queryKey, rest);
    await user.click(screen.getByRole('button', { name: 'Weg' }));
    expect(screen.queryAllByRole('button', { name: 'Kopieer de tekst' })).toHaveLength(offers);
  });
});
