import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { Feed } from '../../src/features/posts/Feed.tsx';
import type { LiveEvent } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw } from '../draw.tsx';
import { event, me, page, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';

const newest = '/api/home/posts?unread=true&per_tab=10&limit=100';
const older = '/api/home/posts?unread=true&per_tab=10&limit=100&before=x';
const firstPage = page([post(9), post(8)], { next: 'x' });
const secondPage = page([post(2), post(1)]);

let network: Network;
const shown = () => screen.queryAllByRole('article').map((article) => Number(article.dataset.post));
const answer = (path: string, body: unknown) => act(() => network.answer(path, body));
const say = (...events: LiveEvent[]) => act(() => network.say(...events));

/// A feed that shows its first page and has asked for the second, whose answer is on its way.
async function loadingOlder() {
  await draw(<Feed scope={{ kind: 'home', part: 'unread' }} places="none" empty="leeg" />);
  await answer(newest, firstPage);
  fireEvent.click(screen.getByRole('button', { name: 'Oudere berichten' }));
  await act(() => Promise.resolve());
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  network.close();
  queries.clear();
});

describe('While older posts are on their way', () => {
  beforeEach(loadingOlder);

  it('a new post is not lost', async () => {
    await say(event('post.created', 11, { post: post(10) }));
    await answer(older, secondPage);
    expect(shown()).toEqual([10, 9, 8, 2, 1]);
  });

  it('an edit of a post that is there is not lost, nor one of a post that comes', async () => {
    await say(
      event('post.edited', 11, { post: post(9, { version: 2, blocks: [{ type: 'text', text: 'negen' }] }) }),
      event('post.edited', 12, { post: post(2, { version: 2, blocks: [{ type: 'text', text: 'twee' }] }) }),
    );
    await answer(older, secondPage);
    expect(screen.getByText('negen')).toBeTruthy();
    expect(screen.getByText('twee')).toBeTruthy();
  });

  it('a post that is deleted stays away, also one that comes', async () => {
    await say(
      event('post.deleted', 11, { post: 9, tab: 21, group: 2, version: 2 }),
      event('post.deleted', 12, { post: 2, tab: 21, group: 2, version: 2 }),
    );
    await answer(older, secondPage);
    expect(shown()).toEqual([8, 1]);
  });

  it('an older post that is put back stands where it belongs', async () => {
    await say(event('post.created', 11, { post: post(7) }));
    await answer(older, secondPage);
    expect(shown()).toEqual([9, 8, 7, 2, 1]);
  });

  it('a group that is lost takes its posts along, and the answer that was read before is not used', async () => {
    await say(event('group.left', 2, { group: 2 }, 'user:7'));
    expect(shown()).toEqual([]);
    await answer(older, secondPage);
    expect(shown()).toEqual([]);
  });
});

describe('While a feed is read again', () => {
  it('what happens between its pages is not lost', async () => {
    await loadingOlder();
    await answer(older, secondPage);
    await act(async () => {
      void queries.invalidateQueries({ queryKey: ['feed'] });
      await Promise.resolve();
    });
    await answer(newest, firstPage);
    await say(event('post.created', 11, { post: post(10) }));
    await answer(older, secondPage);
    expect(shown()).toEqual([10, 9, 8, 2, 1]);
  });

  it('an answer that was read before a group was lost is not used', async () => {
    await draw(<Feed scope={{ kind: 'home', part: 'unread' }} places="none" empty="leeg" />);
    await say(event('group.left', 2, { group: 2 }, 'user:7'));
    await answer(newest, page([post(9), post(5, { group: 5 })]));
    await answer(newest, page([post(5, { group: 5 })], { cursors: [{ stream: 'group:5', cursor: 'g:1' }] }));
    expect(shown()).toEqual([5]);
  });

  it('that is held far down, takes much at once after the first page, and ends no sooner, however often', async () => {
    const of = (from: number, count: number, next?: string) => page(Array.from({ length: count }, (_, at) => post(from - at)), next === undefined ? {} : { next });
    const older = (from: string, limit = '') => `/api/tabs/21/posts?before=${from}${limit}`;
    await draw(<Feed scope={{ kind: 'tab', group: 2, tab: 21 }} places="none" empty="leeg" />);
    await answer('/api/tabs/21/posts', of(200, 20, 'x1'));
    for (const at of [1, 2, 3, 4, 5]) {
      fireEvent.click(screen.getByRole('button', { name: 'Oudere berichten' }));
      await act(() => Promise.resolve());
      await answer(older(`x${String(at)}`), of(200 - 20 * at, 20, `x${String(at + 1)}`));
    }
    expect(shown()).toHaveLength(120);
    for (const time of ['first', 'second', 'third']) {
      await act(async () => {
        void queries.invalidateQueries({ queryKey: ['feed'] });
        await Promise.resolve();
      });
      await answer('/api/tabs/21/posts', of(200, 20, 'x1'));
      await answer(older('x1', '&limit=100'), of(180, 50, 'y'));
      await answer(older('y', '&limit=100'), of(130, 50, 'z'));
      expect(network.waiting, time).toEqual([]);
      expect(shown(), time).toEqual(Array.from({ length: 120 }, (_, at) => 200 - at));
    }
  });
});
