import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { comment as send, commentOutbox, sendWithoutQuote, settleByEvent } from '../../src/features/comments/outbox.ts';
import { threadQuery } from '../../src/features/comments/queries.ts';
import { commentsIn } from '../../src/features/comments/thread.ts';
import { queries } from '../../src/state/queries.ts';
import { comment, commentPage, me } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const later = '2099-01-01T00:00:00.000Z';
const { queryKey } = threadQuery(5, 20);
const bodies = () => fetch.mock.calls.map(([, init]) => JSON.parse(init?.body as string) as { client_id: string; quote?: number });
const shown = () => commentsIn(queries.getQueryData(queryKey) ?? { pages: [] }).map((view) => view.comment.id);
const own = (more = {}) => comment(9, { author: 7, body: 'Hallo', published_at: later, ...more });

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(queryKey, { pages: [commentPage([comment(1)])] });
  commentOutbox.items.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  queries.clear();
});

const offlineFor = async () => {
  vi.useFakeTimers();
  fetch.mockRejectedValue(new TypeError('network'));
  send(5, { body: 'Hallo' });
  await vi.runAllTimersAsync();
};

describe('The outbox of comments', () => {
  it('puts what the server made in its thread, once, and lets go of it', async () => {
    fetch.mockResolvedValue(new Response(JSON.stringify(own())));
    send(5, { body: 'Hallo' });
    await vi.waitFor(() => expect(commentOutbox.items.get()).toEqual([]));
    expect(shown()).toEqual([1, 9]);
  });

  it('lets go of a comment whose event overtakes its answer', () => {
    fetch.mockReturnValue(new Promise(() => undefined));
    send(5, { body: 'Hallo' });
    settleByEvent(own());
    expect(commentOutbox.items.get()).toEqual([]);
  });

  it.each([
    ['of a colleague', { author: 3 }],
    ['below another post', { post: 6 }],
    ['that replies to somebody', { quote: { comment: 1, author: 3 } }],
    ['from before', { published_at: '2020-01-01T00:00:00.000Z' }],
  ])('keeps its comment when an equal one %s arrives', (_which, more) => {
    fetch.mockReturnValue(new Promise(() => undefined));
    send(5, { body: 'Hallo' });
    settleByEvent(own(more));
    expect(commentOutbox.items.get()).toHaveLength(1);
  });

  it('does not show what was made before and deleted since', async () => {
    fetch.mockResolvedValue(new Response(JSON.stringify(own({ state: 'deleted' }))));
    send(5, { body: 'Hallo' });
    await vi.waitFor(() => expect(commentOutbox.items.get()).toEqual([]));
    expect(shown()).toEqual([1]);
  });

  it('still has what was on its way after a reload, under the same client_id, and sends it when there is a network', async () => {
    await offlineFor();
    commentOutbox.close();
    commentOutbox.open();
    expect(commentOutbox.items.get()[0]?.state).toBe('failed');
    fetch.mockResolvedValue(new Response(JSON.stringify(own())));
    commentOutbox.retryWhatWasOffline();
    await vi.runAllTimersAsync();
    expect(commentOutbox.items.get()).toEqual([]);
    expect(new Set(bodies().map(({ client_id }) => client_id)).size).toBe(1);
  });

  it('sends a comment on without its quote, as another one, when what it quotes is gone', async () => {
    fetch.mockResolvedValueOnce(
      new Response(JSON.stringify({ status: 404, code: 'not_found', field: 'quote', request_id: 'R' }), { status: 404 }),
    );
    send(5, { body: 'Hallo', quote: { comment: 1, author: 3 } });
    await vi.waitFor(() => expect(commentOutbox.items.get()[0]?.state).toBe('failed'));
    fetch.mockResolvedValueOnce(new Response(JSON.stringify(own())));
    const [failed] = commentOutbox.items.get();
    sendWithoutQuote(failed ?? expect.fail());
    await vi.waitFor(() => expect(commentOutbox.items.get()).toEqual([]));
    const [first, second] = bodies();
    expect([first?.quote, second?.quote]).toEqual([1, undefined]);
    expect(first?.client_id).not.toBe(second?.client_id);
  });
});
