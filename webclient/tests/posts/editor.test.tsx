import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { feedQuery } from '../../src/features/posts/queries.ts';
import type { Post } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { useQuery } from '@tanstack/react-query';
import { draw, expectAccessible } from '../draw.tsx';
import { at, page, post, viewOf } from '../make.ts';
// What the menu's button fetches is here already: a busy machine loads it slowly.
import '../../src/features/posts/PostActions.tsx';

const scope = { kind: 'tab', group: 2, tab: 21 } as const;
const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const own = (more: Partial<Post> = {}) => post(5, { author: 7, body: 'Eerste', ...more });

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

const feed = () => ({
  pages: [page([], { items: [viewOf(own(), { mine: { may_edit: true, may_delete: true, kept: false, confirmed: false, wanted: false } })] })],
});

async function edit(words: string) {
  const drawn = await draw(<Card />);
  queries.setQueryData(feedQuery(scope).queryKey, feed());
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Wat kun je doen/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Aanpassen' }));
  await user.clear(await screen.findByRole('textbox', { name: 'Bericht aanpassen' }));
  await user.type(screen.getByRole('textbox', { name: 'Bericht aanpassen' }), words);
  return { user, ...drawn };
}

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Editing a post', () => {
  it('starts from what was written and closes when it is saved', async () => {
    const { user } = await edit('Tweede');
    fetch.mockImplementation(() => answer(own({ version: 2, body: 'Tweede' })));
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'Bericht aanpassen' })).toBeNull());
    expect(JSON.parse(fetch.mock.calls[0]?.[1]?.body as string)).toEqual({ version: 1, body: 'Tweede', mark: 'work' });
  });

  it('keeps the text when the post changed meanwhile, and saves over it only on a second word', async () => {
    const { user, container } = await edit('Mijn tekst');
    fetch
      .mockImplementationOnce(() => answer({ status: 409, code: 'stale_version', request_id: 'r' }, 409))
      .mockImplementationOnce(() => answer({ view: { post: own({ version: 4, body: 'Van elders' }) } }))
      .mockImplementationOnce(() => answer(own({ version: 5, body: 'Mijn tekst' })));
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await screen.findByText(/intussen aangepast/);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Bericht aanpassen' }).value).toBe('Mijn tekst');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Toch opslaan' }));
    await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'Bericht aanpassen' })).toBeNull());
    expect(JSON.parse(fetch.mock.calls[2]?.[1]?.body as string)).toMatchObject({ version: 4 });
  });

  it('goes on when only something else of the post changes: it is pinned, or its comments are closed', async () => {
    const { user } = await edit('Mijn tekst');
    const pinned = viewOf(own({ version: 2, pinned_at: at(1) }), { mine: { may_edit: true, may_delete: true, kept: false, confirmed: false, wanted: false } });
    act(() => {
      queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([], { items: [pinned] })] });
    });
    await screen.findByText('Vastgezet');
    expect(screen.queryByText(/intussen aangepast/)).toBeNull();
    fetch.mockImplementation(() => answer(own({ version: 3, body: 'Mijn tekst' })));
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'Bericht aanpassen' })).toBeNull());
    expect(JSON.parse(fetch.mock.calls[0]?.[1]?.body as string)).toMatchObject({ version: 2 });
  });

  it('is given up with Esc, once its writer says so', async () => {
    const { user } = await edit('Toch niet');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Gooi weg' }));
    expect(screen.queryByRole('textbox', { name: 'Bericht aanpassen' })).toBeNull();
    expect(fetch).not.toHaveBeenCalled();
  });
});
