/// One signed-in person who uses the HTTP API of a node as a browser does.

const patience = 30_000;
const waitBeforeRepeat = 200;
const repeatsFor = 60_000;

export class Refused extends Error {
  constructor(status, problem) {
    super(`${status} ${problem?.code ?? ''} ${problem?.field ?? ''}`.trim());
    this.status = status;
  }
}

export class Person {
  #node;
  #cookie = '';
  repeats = 0;

  constructor(node) {
    this.#node = node;
  }

  async signIn(login, password) {
    const response = await this.#untilCertain(() => this.#send('POST', '/api/session', { login, password }));
    this.#cookie = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  }

  async get(path) {
    return (await this.#send('GET', path)).json();
  }

  async post(tab, clientId, body) {
    const request = { client_id: clientId, body, mark: 'work' };
    return (await this.#untilCertain(() => this.#send('POST', `/api/tabs/${tab}/posts`, request))).json();
  }

  async comment(post, clientId, body) {
    const request = { client_id: clientId, body };
    return (await this.#untilCertain(() => this.#send('POST', `/api/posts/${post}/comments`, request))).json();
  }

  /// Repeats for a minute what is in doubt (no answer, overloaded, outcome unknown): `client_id` makes that safe.
  async #untilCertain(attempt) {
    const deadline = performance.now() + repeatsFor;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        const isCertain = error instanceof Refused && error.status !== 503;
        if (isCertain || performance.now() > deadline) throw error;
        this.repeats += 1;
        await new Promise((resolve) => setTimeout(resolve, waitBeforeRepeat));
      }
    }
  }

  async #send(method, path, body) {
    const headers = { Origin: this.#node };
    if (this.#cookie) headers.Cookie = this.#cookie;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const response = await fetch(this.#node + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return response;
    throw new Refused(response.status, await response.json().catch(() => undefined));
  }
}
