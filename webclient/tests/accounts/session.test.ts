import { MutationObserver, QueryObserver } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endedUnasked, enter, meQuery, sessionEnded, signOut } from '../../src/features/accounts/session.ts';
import { usePerson } from '../../src/features/people/people.ts';
import { outbox, post as send } from '../../src/features/posts/outbox.ts';
import { feedQuery } from '../../src/features/posts/queries.ts';
import { markRead, writeMarksNow } from '../../src/features/posts/reading.ts';
import { api } from '../../src/protocol/client.ts';
import { keep, keptNames } from '../../src/state/kept.ts';
import { queries } from '../../src/state/queries.ts';
import { me, page, person, post } from '../make.ts';

/// A computer that two people share. Requests are answered when the test likes.
const colleague = { ...me, person: person(8, 'Bo Visser'), session: 80 };
const held: { path: string; init: RequestInit; resolve: (response: Response) => void; reject: (error: Error) => void }[] = [];
const sent = () => held.map(({ path, init }) => `${init.method ?? ''} ${path}`);
const aMinute = () => vi.advanceTimersByTimeAsync(60_000);
const answer = (body?: unknown) => new Response(body === undefined ? null : JSON.stringify(body), { status: body ? 200 : 204 });

beforeEach(() => {
  vi.useFakeTimers();
  held.length = 0;
  outbox.set([]);
  endedUnasked.set(false);
  vi.stubGlobal(
    'fetch',
    (path: string, init: RequestInit) => new Promise<Response>((resolve, reject) => held.push({ path, init, resolve, reject })),
  );
  queries.setQueryData(meQuery.queryKey, me);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  queries.clear();
});

async function signedOut() {
  void signOut();
  held.at(-1)?.resolve(answer());
  await vi.advanceTimersByTimeAsync(0);
  expect(queries.getQueryData(meQuery.queryKey)).toBeNull();
}

describe('Whoever signs in after somebody else', () => {
  it('does not ask for names that the other was about to see', async () => {
    renderHook(() => usePerson(5));
    enter(colleague);
    await aMinute();
    expect(sent()).toEqual([]);
  });

  it('says nothing of what the other was still saying', async () => {
    send(2, { tab: 21, body: 'Van Roos', mark: 'work' });
    await signedOut();
    enter(colleague);
    held[0]?.reject(new TypeError('network'));
    await aMinute();
    expect(sent()).toEqual(['POST /api/tabs/21/posts', 'DELETE /api/session']);
  });

  it('has not read what the other was reading', async () => {
    markRead(new Map([[21, 9]]));
    enter(colleague);
    writeMarksNow();
    await aMinute();
    expect(sent()).toEqual([]);
  });

  it('is shown nothing that the other asked for', async () => {
    const asked = queries.query(feedQuery({ kind: 'home', part: 'unread' }));
    asked.catch(() => undefined);
    await signedOut();
    enter(colleague);
    held[0]?.resolve(answer(page([post(9)], { people: [person(5, 'Ilse de Wit')] })));
    await aMinute();
    expect(queries.getQueryCache().getAll().map(({ queryKey }) => queryKey)).toEqual([meQuery.queryKey]);
    expect(renderHook(() => usePerson(5)).result.current).toBeUndefined();
  });

  it('stays who they are when the other is told late who that was', async () => {
    void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    void queries.query({ ...meQuery, staleTime: 0 }).catch(() => undefined);
    await signedOut();
    enter(colleague);
    held[0]?.resolve(answer(me));
    await aMinute();
    expect(queries.getQueryData(meQuery.queryKey)).toEqual(colleague);
    expect(queries.getQueryState(meQuery.queryKey)?.fetchStatus).toBe('idle');
  });
});

describe('Whoever comes back', () => {
  it('is not held up by what they were doing when they left', async () => {
    const order = () => {
      const scope = { id: 'order of 2' };
      return new MutationObserver(queries, { scope, mutationFn: () => api.orderTabs({ group: 2, tabs: [] }) }).mutate();
    };
    void order();
    await vi.advanceTimersByTimeAsync(0);
    sessionEnded();
    enter(me);
    void order();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent()).toHaveLength(2);
  });
});

describe('Another window of the browser', () => {
  const inAnother = (session: number | undefined) => {
    keep('session', session);
    const newValue = session === undefined ? null : String(session);
    window.dispatchEvent(new StorageEvent('storage', { key: 'plein.session', newValue }));
  };

  it('that signs out signs out here too', () => {
    enter(me);
    inAnother(undefined);
    expect(queries.getQueryData(meQuery.queryKey)).toBeNull();
  });

  it('in which somebody else signs in makes this one theirs, before anything goes out in their name', async () => {
    enter(me);
    send(2, { tab: 21, body: 'Van Roos', mark: 'work' });
    const stopShowing = new QueryObserver(queries, meQuery).subscribe(() => undefined);
    inAnother(80);
    held[0]?.reject(new TypeError('network'));
    await aMinute();
    expect(sent()).toEqual(['POST /api/tabs/21/posts', 'GET /api/me']);
    held[1]?.resolve(answer(colleague));
    await vi.advanceTimersByTimeAsync(0);
    expect(queries.getQueryData(meQuery.queryKey)).toEqual(colleague);
    stopShowing();
  });

  it('in which nothing of it changes leaves this one alone', () => {
    enter(me);
    inAnother(70);
    expect(queries.getQueryData(meQuery.queryKey)).toEqual(me);
  });

  it('hears who is signed in here, and that nobody is', () => {
    enter(me);
    expect(localStorage.getItem('plein.session')).toBe('70');
    sessionEnded();
    expect(localStorage.getItem('plein.session')).toBeNull();
  });
});

describe('Signing out', () => {
  it('takes the drafts along and is no surprise, also when the live channel tells of it first', async () => {
    keep('7.draft.21', { body: 'Half', mark: 'work' });
    void signOut();
    sessionEnded();
    await aMinute();
    expect(keptNames('7.')).toEqual([]);
    expect(endedUnasked.get()).toBe(false);
  });

  it('that finds no network leaves everything, and a session that ends later ends unasked', async () => {
    keep('7.draft.21', { body: 'Half', mark: 'work' });
    const out = signOut();
    out.catch(() => undefined);
    held[0]?.reject(new TypeError('network'));
    await expect(out).rejects.toThrow();
    sessionEnded();
    expect(keptNames('7.')).toEqual(['7.draft.21']);
    expect(endedUnasked.get()).toBe(true);
  });
});
