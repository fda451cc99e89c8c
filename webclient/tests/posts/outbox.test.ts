import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { closeOutbox, openOutbox, outbox, post as send, retryWhatWasOffline, settleByEvent } from '../../src/features/posts/outbox.ts';
import { feedQuery } from '../../src/features/posts/queries.ts';
import { queries } from '../../src/state/queries.ts';
import { me, page, post } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const later = '2099-01-01T00:00:00.000Z';
const words = { tab: 21, body: 'Hallo', mark: 'work' } as const;

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  queries.setQueryData(meQuery.queryKey, me);
  outbox.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const offlineFor = async () => {
  vi.useFakeTimers();
  fetch.mockRejectedValue(new TypeError('network'));
  send(2, words);
  await vi.runAllTimersAsync();
};

describe('The outbox', () => {
  it('lets go of a post whose event overtakes its answer', () => {
    fetch.mockReturnValue(new Promise(() => undefined));
    send(2, words);
    settleByEvent(post(9, { author: 7, body: 'Hallo', published_at: later }));
    expect(outbox.get()).toEqual([]);
  });

  it('keeps a post that waits, though an equal one of mine arrives: that is another', async () => {
    await offlineFor();
    settleByEvent(post(9, { author: 7, body: 'Hallo', published_at: later }));
    expect(outbox.get()).toHaveLength(1);
  });

  it('keeps a post that is on its way when an equal one arrives that was posted before', () => {
    fetch.mockReturnValue(new Promise(() => undefined));
    send(2, words);
    settleByEvent(post(9, { author: 7, body: 'Hallo', published_at: '2020-01-01T00:00:00.000Z' }));
    expect(outbox.get()).toHaveLength(1);
  });

  it('lets go of a post that is held, which stands in no feed', async () => {
    const feed = feedQuery({ kind: 'tab', group: 2, tab: 21 }).queryKey;
    queries.setQueryData(feed, { pages: [page([])] });
    fetch.mockResolvedValue(new Response(JSON.stringify(post(9, { author: 7, state: 'held' }))));
    send(2, words);
    await vi.waitFor(() => expect(outbox.get()).toEqual([]));
    expect(queries.getQueryData(feed)?.pages[0]?.items).toEqual([]);
  });

  it('lets go of a post that waits for its time, also when what says so cannot be fetched', async () => {
    vi.doMock('../../src/features/scheduled/acts.ts', () => {
      throw new Error('no such chunk');
    });
    fetch.mockResolvedValue(new Response(JSON.stringify(post(9, { author: 7, state: 'scheduled' }))));
    send(2, { ...words, publish_at: later });
    await vi.waitFor(() => expect(outbox.get()).toEqual([]));
    vi.doUnmock('../../src/features/scheduled/acts.ts');
  });

  it('keeps its post when a colleague writes the same', () => {
    fetch.mockReturnValue(new Promise(() => undefined));
    send(2, words);
    settleByEvent(post(9, { author: 3, body: 'Hallo' }));
    expect(outbox.get()).toHaveLength(1);
  });

  it('sends what found no network as soon as there is one', async () => {
    await offlineFor();
    expect(outbox.get()[0]?.state).toBe('failed');
    fetch.mockResolvedValue(new Response(JSON.stringify(post(9))));
    retryWhatWasOffline();
    await vi.runAllTimersAsync();
    expect(outbox.get()).toEqual([]);
  });

  it('waits as long as the server asks when one writes too fast, and sends it then', async () => {
    vi.useFakeTimers();
    const tooFast = { status: 429, code: 'too_many_requests', request_id: 'R', retry_after_seconds: 7 };
    fetch.mockResolvedValueOnce(new Response(JSON.stringify(tooFast), { status: 429 }));
    fetch.mockResolvedValue(new Response(JSON.stringify(post(9))));
    send(2, words);
    await vi.advanceTimersByTimeAsync(6_900);
    expect(outbox.get()[0]?.state).toBe('sending');
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(outbox.get()).toEqual([]);
  });

  it('of one window leaves alone what another one has on its way', async () => {
    await offlineFor();
    const [mine] = outbox.get();
    outbox.set([]); // the other window knows nothing of it
    send(2, { ...words, body: 'Uit het andere venster' });
    await vi.runAllTimersAsync();
    closeOutbox();
    openOutbox();
    expect(outbox.get().map(({ request }) => request.body)).toEqual(['Hallo', 'Uit het andere venster']);
    expect(outbox.get()[0]?.request.client_id).toBe(mine?.request.client_id);
  });

  it('does not send again what another window posted or threw away', async () => {
    await offlineFor();
    localStorage.clear(); // as the other window does when it is done with it
    fetch.mockReset();
    retryWhatWasOffline();
    await vi.runAllTimersAsync();
    expect(fetch).not.toHaveBeenCalled();
    expect(outbox.get()).toEqual([]);
  });

  it('hears of it at once', async () => {
    openOutbox();
    await offlineFor();
    const key = Object.keys(localStorage)[0] ?? expect.fail('nothing was kept');
    localStorage.removeItem(key);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
    expect(outbox.get()).toEqual([]);
    closeOutbox();
  });

  it('sends what it has in a browser that keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await offlineFor();
    fetch.mockResolvedValue(new Response(JSON.stringify(post(9))));
    retryWhatWasOffline();
    await vi.runAllTimersAsync();
    expect(fetch).toHaveBeenCalled();
    expect(outbox.get()).toEqual([]);
  });

  it('still has what was on its way after a reload, under the same client_id', async () => {
    await offlineFor();
    const id = outbox.get()[0]?.request.client_id;
    closeOutbox();
    openOutbox();
    expect(outbox.get()[0]?.request.client_id).toBe(id);
  });
});
