import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { Feed } from '../../src/features/posts/Feed.tsx';
import { queries } from '../../src/state/queries.ts';
import { draw } from '../draw.tsx';
import { event, me, page, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';

const newest = '/api/home/posts?unread=true&per_tab=10&limit=100';
const flood = Array.from({ length: 1_000 }, (_, index) => event('post.created', index + 11, { post: post(index + 10) }));
const afterFlood = page([post(1_009), post(1_008)], { next: 'x', cursors: [{ stream: 'group:2', cursor: 'g:1010' }] });

let network: Network;
const shown = () => screen.queryAllByRole('article').map((article) => Number(article.dataset.post));

/// Where the reader is: the top of the feed is in view, or not.
function readAt(isAtTop: boolean) {
  class Observer {
    readonly look: (moments: { isIntersecting: boolean }[]) => void;
    constructor(look: Observer['look']) {
      this.look = look;
    }
    observe(element: Element) {
      if (element.className.includes('top')) this.look([{ isIntersecting: isAtTop }]);
    }
    unobserve() {
      return undefined;
    }
    disconnect() {
      return undefined;
    }
  }
  vi.stubGlobal('IntersectionObserver', Observer);
}

async function flooded() {
  await draw(<Feed scope={{ kind: 'home', part: 'unread' }} places="none" empty="leeg" />);
  await act(() => network.answer(newest, page([post(9), post(8)], { next: 'y' })));
  await act(() => network.say(...flood));
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  network.close();
  queries.clear();
});

describe('More posts than a page can show', () => {
  it('are read afresh for who is at the top, and every one is in reach', async () => {
    readAt(true);
    await flooded();
    expect(network.waiting).toEqual([newest]);
    await act(() => network.answer(newest, afterFlood));
    expect(shown()).toEqual([1_009, 1_008]);
    expect(screen.getByRole('button', { name: 'Oudere berichten' })).toBeTruthy();
  });

  it('wait for who is further down until asked for, and take no more room meanwhile', async () => {
    readAt(false);
    await flooded();
    expect(network.waiting).toEqual([]);
    expect(shown()).toEqual([9, 8]);
    fireEvent.click(screen.getByRole('button', { name: 'Meer dan 99 nieuwe berichten tonen' }));
    await act(() => network.answer(newest, afterFlood));
    expect(shown()).toEqual([1_009, 1_008]);
    expect(screen.queryByRole('button', { name: /nieuwe berichten tonen/ })).toBeNull();
  });
});
