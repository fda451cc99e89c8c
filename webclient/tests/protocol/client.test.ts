import { describe, expect, it, vi } from 'vitest';
import { createClient, type Transport } from '../../src/protocol/client.ts';
import { ApiError, hasCode, OfflineError } from '../../src/protocol/errors.ts';

const answer = (status: number, body?: unknown) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status });

function serving(...answers: (Response | Error)[]) {
  const fetch = vi.fn<Transport['fetch']>(() => {
    const next = answers.shift() ?? new Error('asked too often');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  const onNotSignedIn = vi.fn();
  return { fetch, onNotSignedIn, ...createClient({ fetch, onNotSignedIn, wait: () => Promise.resolve() }) };
}

const sent = (fetch: ReturnType<typeof serving>['fetch'], call = 0) => {
  const [path, init] = fetch.mock.calls[call] ?? [];
  return { path, method: init?.method, body: init?.body === undefined ? undefined : JSON.parse(init.body as string) as unknown };
};

const newPost = { tab: 21, client_id: '6f1c', body: 'Hallo', mark: 'work' } as const;

describe('The API client', () => {
  it('puts fields of the path into the path and the others into the body', async () => {
    const { api, fetch } = serving(answer(200, { id: 1 }));
    await api.createPost(newPost);
    expect(sent(fetch)).toEqual({
      path: '/api/tabs/21/posts',
      method: 'POST',
      body: { client_id: '6f1c', body: 'Hallo', mark: 'work' },
    });
  });

  it('puts the other fields of a read into the query, lists joined by commas', async () => {
    const { api, fetch } = serving(answer(200, {}), answer(200, {}));
    await api.listPeople({ ids: [1, 2] });
    await api.listPosts({ tab: 21, before: 'a/b', limit: 5 });
    expect(sent(fetch).path).toBe('/api/people?ids=1%2C2');
    expect(sent(fetch, 1)).toMatchObject({ path: '/api/tabs/21/posts?before=a%2Fb&limit=5', body: undefined });
  });

  it('sends no body with a delete that its path says in full', async () => {
    const { api, fetch } = serving(answer(204));
    await api.deletePost({ post: 5 });
    expect(sent(fetch)).toEqual({ path: '/api/posts/5', method: 'DELETE', body: undefined });
  });

  it('lets a small change arrive though the page is left, and holds nothing else beyond it', async () => {
    const { api, fetch } = serving(answer(200, {}), answer(200, {}), answer(200, {}));
    await api.createPost(newPost);
    await api.createPost({ ...newPost, body: 'lang '.repeat(1000) });
    await api.getMe({});
    expect(fetch.mock.calls.map(([, init]) => init.keepalive)).toEqual([true, undefined, undefined]);
  });

  it('turns a refusal into an error with its code and reference', async () => {
    const problem = { status: 429, code: 'too_many_requests', retry_after_seconds: 30, request_id: 'r-1' };
    const { api } = serving(answer(429, problem));
    const error = await api.signIn({ login: 'a', password: 'b' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'too_many_requests', status: 429, requestId: 'r-1', retryAfterSeconds: 30 });
  });

  it('understands a proxy that answers in its own words', async () => {
    const { api } = serving(new Response('<html>', { status: 502 }));
    const error = await api.getMe({}).catch((thrown: unknown) => thrown);
    expect(hasCode(error, 'overloaded')).toBe(true);
  });

  it('tells a lost network from a refusal', async () => {
    const { api } = serving(new TypeError('network'));
    await expect(api.getMe({})).rejects.toBeInstanceOf(OfflineError);
  });

  it('reports when the session has ended, whichever call finds out', async () => {
    const { api, onNotSignedIn } = serving(answer(401, { status: 401, code: 'not_signed_in', request_id: 'r' }));
    await expect(api.listGroups({})).rejects.toThrow();
    expect(onNotSignedIn).toHaveBeenCalledOnce();
  });

  it('repeats a create whose outcome is unknown, with the same client_id', async () => {
    const unknown = answer(503, { status: 503, code: 'outcome_unknown', request_id: 'r' });
    const { api, fetch } = serving(new TypeError('network'), unknown, answer(200, { id: 9 }));
    expect(await api.createPost(newPost)).toEqual({ id: 9 });
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(new Set(fetch.mock.calls.map(([, init]) => init.body)).size).toBe(1);
  });

  it('does not repeat a create that was refused', async () => {
    const { api, fetch } = serving(answer(403, { status: 403, code: 'forbidden', request_id: 'r' }));
    await expect(api.createPost(newPost)).rejects.toThrow();
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('does not repeat what has no client_id', async () => {
    const { api, fetch } = serving(new TypeError('network'));
    await expect(api.deletePost({ post: 1 })).rejects.toThrow();
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('sends nothing again of whoever has left, though its outcome is unknown', async () => {
    const { api, fetch, hangUp } = serving(new TypeError('network'), answer(200, { id: 9 }));
    const settled = vi.fn();
    void api.createPost(newPost).then(settled, settled);
    hangUp();
    await new Promise((resolve) => setTimeout(resolve));
    expect(fetch).toHaveBeenCalledOnce();
    expect(settled).not.toHaveBeenCalled();
  });

  it('breaks off what is on its way when one leaves, and tells nobody how it ended', async () => {
    const { api, fetch, onNotSignedIn, hangUp } = serving(
      answer(200, {}),
      answer(401, { status: 401, code: 'not_signed_in', request_id: 'r' }),
      answer(200, { items: [] }),
    );
    const settled = vi.fn();
    void api.listGroups({}).then(settled, settled);
    void api.listGroups({}).then(settled, settled);
    expect(fetch.mock.calls[0]?.[1].signal.aborted).toBe(false);
    hangUp();
    expect(fetch.mock.calls[0]?.[1].signal.aborted).toBe(true);
    // Whoever is next is heard.
    expect(await api.listPeople({ ids: [1] })).toEqual({ items: [] });
    expect(settled).not.toHaveBeenCalled();
    expect(onNotSignedIn).not.toHaveBeenCalled();
  });
});
