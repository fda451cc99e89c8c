import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { feedQuery } from '../../src/features/posts/queries.ts';
import type { EditPost, Post } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, page, post, viewOf } from '../make.ts';
// What the menu and the editor fetch is here already: a busy machine loads it slowly.
import '../../src/features/news/NewsHead.tsx';
import '../../src/features/posts/PostActions.tsx';

const scope = { kind: 'tab', group: 2, tab: 21 } as const;
const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const own = (more: Partial<Post> = {}) => post(5, { author: 7, kind: 'news', body: '## Kluis ##\nVanaf maandag.\n\n- sleutel', ...more });
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

const show = (of: Post) => queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([], { items: [viewOf(of, { mine })] })] });

async function edit(of = own()) {
  const drawn = await draw(<Card />);
  show(of);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Wat kun je doen/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Aanpassen' }));
  return { user, ...drawn };
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const title = () => screen.findByLabelText<HTMLInputElement>('Titel');
const save = () => screen.getByRole('button', { name: /pslaan$/ });
const isClosed = () => waitFor(() => expect(screen.queryByLabelText('Titel')).toBeNull());

beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined))));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Editing news', () => {
  it('shows title, lead and text as fields, and saves them as one text', async () => {
    const { user, container } = await edit();
    expect([(await title()).value, field('Inleiding').value, field('Bericht aanpassen').value]).toEqual(['Kluis', 'Vanaf maandag.', '- sleutel']);
    expect([screen.queryByRole('switch'), screen.queryByRole('combobox')]).toEqual([null, null]);
    await expectAccessible(container);
    await user.type(await title(), ' open');
    await user.clear(field('Inleiding'));
    await user.type(field('Inleiding'), '# 1');
    fetch.mockImplementation(() => answer(own({ version: 2 })));
    await user.click(save());
    await isClosed();
    expect(sent()).toEqual([{ version: 1, body: '# Kluis open\n\n\\# 1\n\n- sleutel', mark: 'work' }]);
  });

  it('does not save without a title, and says so', async () => {
    const { user } = await edit();
    await user.clear(await title());
    expect(screen.getByText('Geef het nieuws een titel.')).toBeTruthy();
    expect(save().getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(save());
    expect(sent()).toEqual([]);
    await user.type(await title(), 'x'.repeat(121));
    expect(screen.getByText('1 teken te lang')).toBeTruthy();
    await user.click(save());
    expect(sent()).toEqual([]);
  });

  it('that was not changed is left without a question, though its fields put it otherwise', async () => {
    const { user } = await edit();
    await user.type(await title(), ' {Escape}');
    await isClosed();
    expect(screen.queryByRole('button', { name: 'Gooi weg' })).toBeNull();
  });

  it('whose lead alone was changed is not thrown away unasked', async () => {
    const { user } = await edit();
    await title();
    await user.type(field('Inleiding'), 'x{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Gooi weg' }));
    await isClosed();
  });

  it('keeps what is in the fields when it changed meanwhile, and saves over it only on a second word', async () => {
    const { user } = await edit();
    await user.type(await title(), ' open');
    fetch
      .mockImplementationOnce(() => answer({ status: 409, code: 'stale_version', request_id: 'r' }, 409))
      .mockImplementationOnce(() => answer({ view: { post: own({ version: 4, body: '# Van elders' }) } }))
      .mockImplementationOnce(() => answer(own({ version: 5 })));
    await user.click(save());
    await screen.findByText(/intussen aangepast/);
    expect((await title()).value).toBe('Kluis open');
    await user.click(screen.getByRole('button', { name: 'Toch opslaan' }));
    await isClosed();
    expect(sent().map(({ version }) => version)).toEqual([1, 4]);
  });

  it('goes on when the same stands there in another shape', async () => {
    await edit();
    await title();
    act(() => void show(own({ version: 2, body: '# Kluis\n\nVanaf maandag.\n\n- sleutel', pinned_at: at(1) })));
    await screen.findByText('Vastgezet');
    expect(screen.queryByText(/intussen aangepast/)).toBeNull();
  });

  it('says what a title is when the server reads none', async () => {
    const { user } = await edit();
    await user.type(await title(), '[[](/x)');
    fetch.mockImplementation(() => answer({ status: 400, code: 'invalid_request', field: '$.body', request_id: 'R-1' }, 400));
    await user.click(save());
    expect(await screen.findByText(/Nieuws begint met een titel van hoogstens 120 tekens\./)).toBeTruthy();
    expect(screen.queryByText(/Plein begreep dit verzoek niet/)).toBeNull();
  });

  it('that another client gave another shape has one field', async () => {
    await edit(own({ body: 'Kluis\n===\n\nTekst' }));
    expect(field('Bericht aanpassen').value).toBe('Kluis\n===\n\nTekst');
    expect(screen.queryByLabelText('Titel')).toBeNull();
  });
});
