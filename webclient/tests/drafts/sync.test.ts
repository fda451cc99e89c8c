import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { mayLeave, meQuery, signOut } from '../../src/features/accounts/session.ts';
import { apart, keepMine, savedState, startSync, takeTheirs } from '../../src/features/drafts/sync.ts';
import { type Draft, keepDraft, keptDraft, tabsWithDraft } from '../../src/features/posts/drafts.ts';
import { liveStatus } from '../../src/live/live.ts';
import { queries } from '../../src/state/queries.ts';
import { unsavedEditors } from '../../src/state/unsaved.ts';
import '../../src/features/drafts/leaving.ts';
import { at, event, me } from '../make.ts';

const saying = (body: string): Draft => ({ body, mark: 'work' });
const contentOf = (body: string) => JSON.stringify(saying(body));

interface Call {
  method: string;
  path: string;
  body: unknown;
}

/// A server with the drafts of one person, as this device sees it.
const server = new Map<number, { version: number; content: string }>();
let calls: Call[] = [];
let refuse: (call: Call) => Response | undefined = () => undefined;
const problem = (status: number, code: string) => new Response(JSON.stringify({ status, code, request_id: 'R-7' }), { status });
const json = (value: unknown) => new Response(JSON.stringify(value));

function answer(path: string, init: RequestInit): Response {
  const call = { method: init.method ?? '', path, body: init.body === undefined ? undefined : (JSON.parse(init.body as string) as unknown) };
  calls.push(call);
  const refused = refuse(call);
  if (refused) return refused;
  if (path === '/api/me/drafts') {
    const items = [...server].map(([tab, draft]) => ({ tab, ...draft, saved_at: at(1) }));
    return json({ items, cursors: [{ stream: 'user:7', cursor: 'g:1' }] });
  }
  if (!path.endsWith('/draft')) return new Response(null, { status: 204 });
  const tab = Number(path.split('/')[3]);
  const { version, content } = call.body as { version: number; content: string };
  if (call.method === 'DELETE') {
    if (server.has(tab) && version !== server.get(tab)?.version) return problem(409, 'stale_version');
    server.delete(tab);
    return new Response(null, { status: 204 });
  }
  if (version !== (server.get(tab)?.version ?? 0)) return problem(409, 'stale_version');
  const saved = { version: version + 1, content };
  server.set(tab, saved);
  return json({ tab, ...saved, saved_at: at(1) });
}

const told = (tab: number, version: number) => dispatch(event('draft.changed', 5, { tab, version }, 'user:7'), {} as never);
/// Another device does so, and is heard.
async function elsewhere(tab: number, body: string | undefined) {
  const version = (server.get(tab)?.version ?? 0) + 1;
  if (body === undefined) server.delete(tab);
  else server.set(tab, { version, content: contentOf(body) });
  told(tab, body === undefined ? 0 : version);
  await pass(1_500);
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const sent = (method: string) => calls.filter((call) => call.method === method && call.path.endsWith('/draft'));
const reads = () => calls.filter(({ path }) => path === '/api/me/drafts').length;
const hide = (state: 'hidden' | 'visible') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

let stop: (() => void) | undefined;
async function start() {
  stop = startSync();
  await pass(10);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => Promise.resolve(answer(path, init)));
  server.clear();
  calls = [];
  refuse = () => undefined;
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
});
afterEach(async () => {
  stop?.();
  stop = undefined;
  await pass(20_000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('What one writes', () => {
  it('goes to the server once the keys rest, and not at each of them', async () => {
    await start();
    for (const body of ['H', 'Ha', 'Hal', 'Hallo']) {
      keepDraft(21, saying(body));
      await pass(1_000);
    }
    expect(sent('PUT')).toEqual([]);
    await pass(3_000);
    expect(sent('PUT').map(({ body }) => body)).toEqual([{ version: 0, content: contentOf('Hallo') }]);
    keepDraft(21, saying('Hallo allemaal'));
    await pass(3_000);
    expect(sent('PUT')[1]?.body).toEqual({ version: 1, content: contentOf('Hallo allemaal') });
    expect(savedState(21)).toBe('everywhere');
  });

  it('goes at once when nobody sees the page any more', async () => {
    await start();
    keepDraft(21, saying('Hallo'));
    hide('hidden');
    await pass(10);
    expect(sent('PUT')).toHaveLength(1);
  });

  it('goes nowhere when it says nothing, or what is known there', async () => {
    await start();
    keepDraft(21, saying('  '));
    await pass(4_000);
    keepDraft(21, saying('Hallo'));
    await pass(4_000);
    keepDraft(21, saying('Hallo'));
    await pass(4_000);
    expect(sent('PUT')).toHaveLength(1);
  });

  it('is dropped everywhere once it was posted or thrown away', async () => {
    await start();
    keepDraft(21, saying('Hallo'));
    await pass(4_000);
    keepDraft(21, undefined);
    await pass(4_000);
    expect(sent('DELETE')).toHaveLength(1);
    expect(server.size).toBe(0);
  });

  it('is dropped as it was seen here: what another device has written since stays, and is here', async () => {
    server.set(21, { version: 4, content: contentOf('Eerst') });
    await start();
    server.set(21, { version: 5, content: contentOf('Eerst, en daar verder') });
    keepDraft(21, undefined);
    await pass(4_000);
    expect(sent('DELETE').map(({ body }) => body)).toEqual([{ version: 4 }]);
    expect([server.get(21)?.version, keptDraft(21)?.body]).toEqual([5, 'Eerst, en daar verder']);
    await pass(10_000);
    expect(server.get(21)?.version).toBe(5);
  });

  it('that was thrown away without a connection is read again before it is dropped', async () => {
    server.set(21, { version: 4, content: contentOf('Eerst') });
    await start();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    keepDraft(21, undefined);
    await pass(4_000);
    server.set(21, { version: 5, content: contentOf('Eerst, en daar verder') });
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => Promise.resolve(answer(path, init)));
    liveStatus.set('live');
    await pass(5_000);
    liveStatus.set('connecting');
    expect([sent('DELETE'), server.get(21)?.version, keptDraft(21)?.body]).toEqual([[], 5, 'Eerst, en daar verder']);
  });

  it('that was kept before there was a server for it goes there at the start', async () => {
    keepDraft(21, saying('Van gisteren'));
    await start();
    await pass(4_000);
    expect(server.get(21)?.content).toBe(contentOf('Van gisteren'));
  });

  it('stays here without a connection, says so, and goes once there is one', async () => {
    await start();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    keepDraft(21, saying('Hallo'));
    await pass(4_000);
    expect(savedState(21)).toBe('here');
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => Promise.resolve(answer(path, init)));
    liveStatus.set('live');
    await pass(10);
    expect(savedState(21)).toBe('everywhere');
    liveStatus.set('connecting');
  });

  it('waits as long as a busy server says', async () => {
    await start();
    refuse = ({ method }) => (method === 'PUT' ? new Response(JSON.stringify({ status: 429, code: 'too_many_requests', retry_after_seconds: 8 }), { status: 429 }) : undefined);
    keepDraft(21, saying('Hallo'));
    await pass(4_000);
    refuse = () => undefined;
    await pass(6_000);
    expect(server.size).toBe(0);
    await pass(2_500);
    expect(server.get(21)?.content).toBe(contentOf('Hallo'));
  });
});

describe('What another device keeps', () => {
  it('is here from the start, and follows', async () => {
    server.set(21, { version: 4, content: contentOf('Van mijn telefoon') });
    await start();
    expect(keptDraft(21)).toEqual(saying('Van mijn telefoon'));
    await elsewhere(21, 'Van mijn telefoon, en verder');
    expect(keptDraft(21)?.body).toBe('Van mijn telefoon, en verder');
    await elsewhere(21, undefined);
    expect(keptDraft(21)).toBeUndefined();
    await pass(4_000);
    expect([sent('PUT'), sent('DELETE')]).toEqual([[], []]);
  });

  it('is not asked for when this device kept it itself', async () => {
    await start();
    keepDraft(21, saying('Hallo'));
    await pass(3_000);
    told(21, 1);
    await pass(2_000);
    expect(reads()).toBe(1);
  });

  it('never goes over what is being typed: both stay until the person chooses', async () => {
    server.set(21, { version: 4, content: contentOf('Eerst') });
    await start();
    keepDraft(21, saying('Eerst hier'));
    await elsewhere(21, 'Eerst daar');
    await pass(6_000);
    expect([keptDraft(21)?.body, server.get(21)?.content]).toEqual(['Eerst hier', contentOf('Eerst daar')]);
    expect(apart.get().get(21)?.content).toBe(contentOf('Eerst daar'));
  });

  it('and was not heard of, is learned when the server refuses to write over it', async () => {
    server.set(21, { version: 4, content: contentOf('Eerst') });
    await start();
    server.set(21, { version: 5, content: contentOf('Eerst daar') });
    keepDraft(21, saying('Eerst hier'));
    await pass(4_000);
    expect(apart.get().get(21)?.version).toBe(5);
    expect([keptDraft(21)?.body, server.get(21)?.content]).toEqual(['Eerst hier', contentOf('Eerst daar')]);
  });

  it('is taken when one chooses so, and the own can be had back', async () => {
    server.set(21, { version: 4, content: contentOf('Daar') });
    keepDraft(21, saying('Hier'));
    await start();
    const back = takeTheirs(21);
    expect([keptDraft(21)?.body, apart.get().size]).toEqual(['Daar', 0]);
    back?.();
    await pass(4_000);
    expect([keptDraft(21)?.body, server.get(21)?.content]).toEqual(['Hier', contentOf('Hier')]);
  });

  it('gives way when one keeps the own', async () => {
    server.set(21, { version: 4, content: contentOf('Daar') });
    keepDraft(21, saying('Hier'));
    await start();
    keepMine(21);
    await pass(10);
    expect([server.get(21), apart.get().size]).toEqual([{ version: 5, content: contentOf('Hier') }, 0]);
  });

  it('is what there is once the own was posted', async () => {
    server.set(21, { version: 4, content: contentOf('Daar') });
    keepDraft(21, saying('Hier'));
    await start();
    keepDraft(21, undefined);
    await pass(4_000);
    expect([keptDraft(21)?.body, server.get(21)?.version]).toEqual(['Daar', 4]);
  });

  it('and cannot be read here is neither shown nor written over nor dropped', async () => {
    server.set(21, { version: 4, content: '{"shape":"of tomorrow"}' });
    await start();
    expect(tabsWithDraft()).toEqual([]);
    keepDraft(21, saying('Hier'));
    await pass(4_000);
    keepDraft(21, undefined);
    await pass(4_000);
    expect([sent('PUT'), sent('DELETE'), server.get(21)?.version]).toEqual([[], [], 4]);
  });

  it('as it was read before this device dropped it does not come back', async () => {
    server.set(21, { version: 4, content: contentOf('Hallo') });
    await start();
    await pass(10);
    keepDraft(21, undefined);
    let late: (() => void) | undefined;
    const list = { items: [{ tab: 21, version: 4, content: contentOf('Hallo'), saved_at: at(1) }], cursors: [] };
    vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
      path === '/api/me/drafts' ? new Promise<Response>((resolve) => { late = () => resolve(json(list)); }) : Promise.resolve(answer(path, init)),
    );
    told(22, 1);
    await pass(2_000);
    await pass(2_000);
    expect(sent('DELETE')).toHaveLength(1);
    late?.();
    await pass(10);
    expect(keptDraft(21)).toBeUndefined();
  });
});

describe('Signing out', () => {
  it('brings to the server what was typed just before, and leaves nothing on the device', async () => {
    await start();
    keepDraft(21, saying('Nog even dit'));
    expect(await mayLeave()).toBe(true);
    await signOut();
    expect(server.get(21)?.content).toBe(contentOf('Nog even dit'));
    expect(Object.keys(localStorage).filter((name) => name.includes('draft'))).toEqual([]);
    expect(calls.at(-1)?.path).toBe('/api/session');
  });

  it('brings what was typed while the last of it was being saved', async () => {
    await start();
    let arrived: (() => void) | undefined;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      if (init.method !== 'PUT' || arrived) return Promise.resolve(answer(path, init));
      return new Promise<Response>((resolve) => {
        arrived = () => resolve(answer(path, init));
      });
    });
    keepDraft(21, saying('Nog'));
    await pass(3_000);
    keepDraft(21, saying('Nog even dit'));
    const asked = mayLeave();
    await pass(10);
    arrived?.();
    expect(await asked).toBe(true);
    expect(server.get(21)?.content).toBe(contentOf('Nog even dit'));
  });

  it('brings what the server refused before, once it takes it', async () => {
    await start();
    refuse = ({ method }) => (method === 'PUT' && sent('PUT').length === 1 ? problem(503, 'overloaded') : undefined);
    keepDraft(21, saying('Nog even dit'));
    expect([await mayLeave(), server.get(21)?.content]).toEqual([true, contentOf('Nog even dit')]);
  });

  it.each([
    ['is too busy', () => problem(429, 'too_many_requests')],
    ['has what another device wrote', () => problem(409, 'stale_version')],
  ])('asks first when the server %s', async (_why, refusal) => {
    await start();
    liveStatus.set('live');
    refuse = ({ method }) => (method === 'PUT' ? refusal() : undefined);
    keepDraft(21, saying('Nog even dit'));
    const asked = mayLeave();
    await pass(10);
    liveStatus.set('connecting');
    expect(await asked).toBe(false);
  });

  it('also counts what was written while nothing was kept anywhere else', async () => {
    refuse = ({ method }) => (method === 'PUT' ? problem(429, 'too_many_requests') : undefined);
    expect(await mayLeave()).toBe(true);
    keepDraft(21, saying('Van voor de code er was'));
    expect(await mayLeave()).toBe(false);
  });

  it('asks first while two texts wait for a choice', async () => {
    server.set(21, { version: 4, content: contentOf('Daar') });
    keepDraft(21, saying('Hier'));
    await start();
    expect(unsavedEditors.get()).toBe(1);
    keepMine(21);
    expect(unsavedEditors.get()).toBe(0);
  });
});
