import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useArrivals } from '../../src/features/posts/arrivals.ts';
import type { Post } from '../../src/protocol/generated.ts';
import { post, viewOf } from '../make.ts';

const me = 7;

function reader() {
  const hook = renderHook(({ posts, isAtTop }) => useArrivals(posts.map((each) => viewOf(each)), me, isAtTop), {
    initialProps: { posts: [post(2), post(1)], isAtTop: true },
  });
  return {
    sees: (posts: Post[], isAtTop: boolean) => {
      hook.rerender({ posts, isAtTop });
      return { shown: hook.result.current.shown.map((view) => view.post.id), waiting: hook.result.current.waiting };
    },
    reveals: () => {
      act(() => hook.result.current.reveal());
      return hook.result.current.shown.map((view) => view.post.id);
    },
  };
}

describe('New posts', () => {
  it('show at once to a reader at the top', () => {
    expect(reader().sees([post(3), post(2), post(1)], true)).toEqual({ shown: [3, 2, 1], waiting: 0 });
  });

  it('wait for a reader further down, until asked for', () => {
    const { sees, reveals } = reader();
    expect(sees([post(3), post(2), post(1)], false)).toEqual({ shown: [2, 1], waiting: 1 });
    expect(sees([post(4), post(3), post(2), post(1)], false)).toEqual({ shown: [2, 1], waiting: 2 });
    expect(reveals()).toEqual([4, 3, 2, 1]);
  });

  it('keep waiting when the reader scrolls up, so that nothing jumps', () => {
    const { sees } = reader();
    sees([post(3), post(2), post(1)], false);
    expect(sees([post(3), post(2), post(1)], true)).toEqual({ shown: [2, 1], waiting: 1 });
    expect(sees([post(4), post(3), post(2), post(1)], true)).toEqual({ shown: [2, 1], waiting: 2 });
  });

  it('show at once when they are my own, while those of others wait', () => {
    const { sees } = reader();
    sees([post(3), post(2), post(1)], false);
    const withOwn = [post(4, { author: me }), post(3), post(2), post(1)];
    expect(sees(withOwn, false)).toEqual({ shown: [4, 2, 1], waiting: 1 });
  });

  it('are not made up by the deletion of the newest one', () => {
    expect(reader().sees([post(1)], false)).toEqual({ shown: [1], waiting: 0 });
  });
});
