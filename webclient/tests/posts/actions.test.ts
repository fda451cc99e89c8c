import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery } from '../../src/features/accounts/session.ts';
import { deletePost } from '../../src/features/posts/actions.ts';
import { feedQuery } from '../../src/features/posts/queries.ts';
import { nl } from '../../src/i18n/nl.ts';
import { queries } from '../../src/state/queries.ts';
import { me, page, post } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const { queryKey } = feedQuery({ kind: 'tab', group: 2, tab: 21 });
const own = post(5, { author: 7 });
const shown = () => queries.getQueryData(queryKey)?.pages[0]?.items.map((view) => view.post.id);
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const refusal = (status: number, code: string) => new Response(JSON.stringify({ status, code, request_id: 'R' }), { status });

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(queryKey, { pages: [page([own, post(1)])] });
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
  toasts.visibleToasts.forEach(({ key }) => toasts.close(key));
});

describe('Deleting a post', () => {
  it('takes it away before the server answers', () => {
    fetch.mockReturnValue(new Promise(() => undefined));
    void deletePost(own, nl);
    expect(shown()).toEqual([1]);
  });

  it('puts it back when the server refuses', async () => {
    fetch.mockResolvedValue(refusal(403, 'forbidden'));
    await deletePost(own, nl);
    expect(shown()).toEqual([5, 1]);
    expect(said()).toEqual([nl.post.deleteFailed]);
  });

  it.each([
    ['no answer came', () => Promise.reject(new TypeError('network'))],
    ['the server does not know', () => Promise.resolve(refusal(503, 'outcome_unknown'))],
  ])('claims nothing and asks when %s', async (_reason, answer) => {
    fetch.mockImplementation(answer);
    await deletePost(own, nl);
    expect(shown()).toEqual([1]);
    expect(queries.getQueryState(queryKey)?.isInvalidated).toBe(true);
    expect(said()).toEqual([nl.post.deleteUnknown]);
  });
});
