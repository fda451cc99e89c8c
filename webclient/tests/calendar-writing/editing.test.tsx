import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { feedQuery } from '../../src/features/posts/queries.ts';
import type { EditPost, Post } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { page, post, viewOf } from '../make.ts';
import { planned } from './event-page.ts';
// What the menu and the editor fetch is here already: a busy machine loads it slowly.
import '../../src/features/calendar/EventHead.tsx';
import '../../src/features/posts/PostActions.tsx';

const scope = { kind: 'tab', group: 2, tab: 21 } as const;
const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const own = (more: Partial<Post> = {}) => post(5, { author: 7, kind: 'event', body: '## Feest ##\nNeem een jas mee.\n\n- koek', ...more });
const mine = { may_edit: true, may_delete: true, kept: false, confirmed: false, wanted: false };
const sent = () => fetch.mock.calls.filter(([, init]) => init?.method === 'PUT').map(([, init]) => JSON.parse(init?.body as string) as EditPost);

/// The card as a feed shows it: what changes in the feed changes here.
function Card() {
  const { data } = useQuery({ ...feedQuery(scope), enabled: false });
  const view = data?.pages[0]?.items[0];
  return view ? (
    <article aria-labelledby="title">
      <PostCard view={view} places="none" titleId="title" />
    </article>
  ) : null;
}

async function edit(of = own()) {
  const drawn = await draw(<Card />);
  queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([], { items: [viewOf(of, { mine, event: planned(1) })] })] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Wat kun je doen/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Aanpassen' }));
  return { user, ...drawn };
}

const title = () => screen.findByLabelText<HTMLInputElement>('Titel');
const words = () => screen.getByLabelText<HTMLTextAreaElement>('Bericht aanpassen');
const save = () => screen.getByRole('button', { name: 'Opslaan' });
const isClosed = () => waitFor(() => expect(screen.queryByLabelText('Bericht aanpassen')).toBeNull());

beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined))));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Editing the words of an event', () => {
  it('shows title and text as fields, says where its time is changed, and saves one text', async () => {
    const { user, container } = await edit();
    expect([(await title()).value, words().value]).toEqual(['Feest', 'Neem een jas mee.\n\n- koek']);
    expect([screen.queryByLabelText('Begint'), screen.queryByLabelText('Inleiding')]).toEqual([null, null]);
    expect(screen.getByText('Tijd, plek en aantal plekken wijzig je in het menu van het bericht.')).toBeTruthy();
    await expectAccessible(container);
    await user.type(await title(), ' buiten');
    fetch.mockImplementation(() => answer(own({ version: 2 })));
    await user.click(save());
    await isClosed();
    expect(sent()).toEqual([{ version: 1, body: '# Feest buiten\n\nNeem een jas mee.\n\n- koek', mark: 'work' }]);
  });

  it('does not save without a title, and says so', async () => {
    const { user } = await edit();
    await user.clear(await title());
    expect(screen.getByText('Geef de bijeenkomst een titel.')).toBeTruthy();
    await user.click(save());
    expect(sent()).toEqual([]);
  });

  it('that were not changed is left without a question, though its fields put it otherwise', async () => {
    const { user } = await edit();
    await user.type(await title(), ' {Escape}');
    await isClosed();
    expect(screen.queryByRole('button', { name: 'Gooi weg' })).toBeNull();
  });

  it('says what a title is when the server reads none', async () => {
    const { user } = await edit();
    await user.type(await title(), '[[](/x)');
    fetch.mockImplementation(() => answer({ status: 400, code: 'invalid_request', field: '$.body', request_id: 'R-1' }, 400));
    await user.click(save());
    expect(await screen.findByText(/Een bijeenkomst begint met een titel van hoogstens 120 tekens\./)).toBeTruthy();
  });

  it('that another client gave another shape has one field', async () => {
    await edit(own({ body: 'Feest\n===\n\nTekst' }));
    await waitFor(() => expect(words().value).toBe('Feest\n===\n\nTekst'));
    expect(screen.queryByLabelText('Titel')).toBeNull();
  });
});
