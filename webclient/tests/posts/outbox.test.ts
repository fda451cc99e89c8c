import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { closeOutbox, openOutbox, outbox, post as send, retryWhatWasOffline, settleByEvent } from '../../src/features/posts/outbox.ts';
import { queries } from '../../src/state/queries.ts';
import { me, post } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
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
    settleByEvent(post(9, { author: 7, body: 'Hallo' }));
    expect(outbox.get()).toEqual([]);
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

  it('still has what was on its way after a reload, under the same client_id', async () => {
    await offlineFor();
    const id = outbox.get()[0]?.request.client_id;
    closeOutbox();
    openOutbox();
    expect(outbox.get()[0]?.request.client_id).toBe(id);
  });
});
