import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import type { LiveEvent, PostId } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, me, page, post, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/bookmarks/BookmarksPage.tsx';
import '../../src/features/posts/PostActions.tsx';
import '../../src/i18n/nl-later.ts';

const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const say = (...events: LiveEvent[]) => act(() => network.say(...events));
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const refusal = (code: string) => ({ status: 409, code, request_id: 'R' });
const kept = (...ids: PostId[]) =>
  page([], { items: ids.map((id) => viewOf(post(id), { mine: { may_edit: false, may_delete: false, kept: true, confirmed: false, wanted: false } })), cursors });
const shown = () => screen.queryAllByRole('article').map((article) => Number(article.dataset.post));
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const mark = () => screen.queryByRole('img', { name: 'Bewaard' });

async function choose(item: string, at = 0) {
  await user().click(screen.getAllByRole('button', { name: /Wat kun je doen met dit bericht/ })[at] ?? expect.fail());
  await user().click(await screen.findByRole('menuitem', { name: item }));
}

async function openPost() {
  await visit('/p/5');
  await answer('/api/posts/5', { view: viewOf(post(5)), quoted: [], people: [], cursors });
  await answer('/api/posts/5/comments?limit=100', { items: [], quoted: [], thread: { comments: 0, version: 0 }, people: [], cursors });
}

async function openBookmarks(...ids: PostId[]) {
  const drawn = await visit('/bookmarks');
  await act(() => network.pass(50));
  await answer('/api/me/bookmarks', kept(...ids));
  return drawn;
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

describe('Keeping a post', () => {
  it('shows at once, from the menu, and offers the way back', async () => {
    await openPost();
    expect(mark()).toBeNull();
    await choose('Bewaren');
    expect(mark()).toBeTruthy();
    await answer('/api/posts/5/bookmark', undefined, 204);
    expect(mark()).toBeTruthy();
    expect(said()).toEqual(['Bewaard']);
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    expect(mark()).toBeNull();
    await answer('/api/posts/5/bookmark', undefined, 204);
    expect(mark()).toBeNull();
  });

  it('goes by the key b, on the post where one is', async () => {
    await openPost();
    await user().keyboard('b');
    expect(mark()).toBeTruthy();
    expect(network.waiting).toEqual(['/api/posts/5/bookmark']);
  });

  it('is taken back when the server refuses, with why', async () => {
    await openPost();
    await user().keyboard('b');
    await answer('/api/posts/5/bookmark', refusal('full'), 409);
    expect(mark()).toBeNull();
    expect(said()).toEqual(['Je bewaart al 1.000 berichten. Haal er eerst een weg.']);
  });

  it('sends what was wanted last, one request at a time', async () => {
    await openPost();
    await user().keyboard('bb');
    expect(network.waiting).toHaveLength(1);
    await answer('/api/posts/5/bookmark', undefined, 204);
    expect(mark()).toBeNull();
    expect(network.waiting).toHaveLength(1);
    await answer('/api/posts/5/bookmark', undefined, 204);
    expect(network.waiting).toEqual([]);
    expect(said()).toEqual(['Niet meer bewaard']);
  });

  it('on another device shows here, and a reaction does not take it away', async () => {
    await openPost();
    await say(event('bookmark.set', 2, { post: 5, kept: true }, 'user:7'));
    expect(mark()).toBeTruthy();
    await say(event('reaction.set', 3, { post: 5, kind: 'like' }, 'user:7'));
    await say(event('reaction.set', 4, { post: 5 }, 'user:7'));
    expect(mark()).toBeTruthy();
  });
});

describe('The page with what one kept', () => {
  it('is reached from the own menu, and shows it in the order in which it was kept', async () => {
    await visit('/help');
    await user().click(screen.getByRole('button', { name: /^Menu van/ }));
    await user().click(await screen.findByRole('menuitem', { name: 'Bewaard' }));
    await act(() => network.pass(50));
    await answer('/api/me/bookmarks', { ...kept(2, 9), next: 'x' });
    expect(shown()).toEqual([2, 9]);
    await expectAccessible(screen.getByRole('main'));
    await user().click(screen.getByRole('button', { name: 'Oudere berichten' }));
    await answer('/api/me/bookmarks?before=x', kept(4));
    expect(shown()).toEqual([2, 9, 4]);
  });

  it('says that there is nothing, and how something comes there', async () => {
    await openBookmarks();
    expect(screen.getByText('Je hebt nog niets bewaard.')).toBeTruthy();
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('link', { name: 'Naar Start' })).toBeTruthy();
  });

  it('lets go at once of what is kept no more, and shows it in its place again when that fails', async () => {
    await openBookmarks(9, 5, 2);
    await choose('Niet meer bewaren', 1);
    expect(shown()).toEqual([9, 2]);
    await answer('/api/posts/5/bookmark', refusal('internal'), 500);
    expect(shown()).toEqual([9, 5, 2]);
    expect(said()[0]).toMatch(/^Weghalen uit Bewaard lukte niet\./);
  });

  it('follows another device', async () => {
    await openBookmarks(9, 5);
    await say(event('bookmark.set', 2, { post: 9, kept: false }, 'user:7'));
    expect(shown()).toEqual([5]);
    await say(event('bookmark.set', 3, { post: 2, kept: true }, 'user:7'));
    await answer('/api/me/bookmarks', kept(2, 5));
    expect(shown()).toEqual([2, 5]);
  });

  it('loses what is deleted, or out of sight', async () => {
    await openBookmarks(9, 5);
    await say(event('post.deleted', 11, { post: 9, tab: 21, group: 2, version: 2 }));
    expect(shown()).toEqual([5]);
    await say(event('access.revoked', 12, { person: 7 }));
    expect(shown()).toEqual([]);
  });
});
