import { ApiError, hasCode, isOutcomeUnknown, OfflineError } from './errors.ts';
import { type Api, endpoints, type ErrorCode, type Problem } from './generated.ts';

/// The API as functions, made from the generated table of endpoints. Fields named in a path go there; the others go to
/// the query (GET) or the JSON body.
///
/// Errors: `ApiError` when the server refused, `OfflineError` when no answer came. A request with a `client_id` whose
/// outcome is unknown is repeated with the same one: the server makes it once.
///
/// A call is of the person who made it. Once they have left, nothing of it is sent again, under the cookie of whoever is
/// next, and its answer reaches nobody.
export interface Client {
  readonly api: Api;
  /// Whoever made the calls that are on their way has left.
  readonly hangUp: () => void;
}

export interface Transport {
  fetch(path: string, init: RequestInit & { signal: AbortSignal }, patience: number): Promise<Response>;
  wait(milliseconds: number): Promise<void>;
  /// Any call may be the first to learn that the session has ended.
  onNotSignedIn?(): void;
}

interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly patience: number;
}

type Fields = Record<string, unknown>;

/// How long to wait for an answer, in milliseconds: longer for what takes the server long by its nature.
const usualPatience = 20_000;
const patienceFor: Partial<Record<string, number>> = { planImport: 60_000, applyImport: 60_000 };
/// Small changes arrive though the page is left meanwhile. Browsers allow 64 KiB of them at a time.
const keptAlive = 2048;
const pausesBetweenTries = [400, 1200, 3000];

export const browser: Transport = {
  fetch: (path, init, patience) =>
    fetch(path, { ...init, signal: AbortSignal.any([init.signal, AbortSignal.timeout(patience)]) }),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export function createClient(transport: Transport = browser): Client {
  let visit = new AbortController();
  const calls = Object.entries(endpoints).map(([name, endpoint]) => [
    name,
    (request: Fields = {}) => {
      const patient = { ...endpoint, patience: patienceFor[name] ?? usualPatience };
      return heard(visit.signal, callUntilKnown(transport, patient, request, visit.signal));
    },
  ]);
  return {
    api: Object.fromEntries(calls) as Api,
    hangUp: () => {
      visit.abort();
      visit = new AbortController();
    },
  };
}

/// The outcome, unless whoever asked has left: then it never comes, and nothing that waited for it happens.
async function heard(left: AbortSignal, outcome: Promise<unknown>): Promise<unknown> {
  await outcome.catch(() => undefined);
  return left.aborted ? new Promise<never>(() => undefined) : outcome;
}

async function callUntilKnown(
  transport: Transport,
  endpoint: Endpoint,
  request: Fields,
  left: AbortSignal,
): Promise<unknown> {
  const pauses = 'client_id' in request ? pausesBetweenTries : [];
  for (const pause of pauses) {
    try {
      return await call(transport, endpoint, request, left);
    } catch (error) {
      if (!isOutcomeUnknown(error) && !hasCode(error, 'overloaded')) throw error;
      await transport.wait(pause * (0.5 + Math.random()));
      if (left.aborted) throw error;
    }
  }
  return call(transport, endpoint, request, left);
}

async function call(
  transport: Transport,
  endpoint: Endpoint,
  request: Fields,
  left: AbortSignal,
): Promise<unknown> {
  const { path, init } = toHttp(endpoint, request);
  let response: Response;
  try {
    response = await transport.fetch(path, { ...init, signal: left }, endpoint.patience);
  } catch (error) {
    throw new OfflineError(error);
  }
  if (!response.ok) {
    const error = new ApiError(await readProblem(response));
    if (error.code === 'not_signed_in' && !left.aborted) transport.onNotSignedIn?.();
    throw error;
  }
  if (response.status === 204) return undefined;
  try {
    return (await response.json()) as unknown;
  } catch (error) {
    throw new OfflineError(error);
  }
}

function toHttp({ method, path }: Pick<Endpoint, 'method' | 'path'>, request: Fields): { path: string; init: RequestInit } {
  const filled = filledIn(path, request);
  const rest = new Map(Object.entries(request).filter(([name, value]) => value !== undefined && !path.includes(`{${name}}`)));
  const headers = { Accept: 'application/json' };
  if (method === 'GET') {
    const query = new URLSearchParams([...rest].map(([name, value]) => [name, asText(value)]));
    return { path: rest.size > 0 ? `${filled}?${query.toString()}` : filled, init: { method, headers } };
  }
  if (rest.size === 0 && method === 'DELETE') return { path: filled, init: { method, headers } };
  const body = JSON.stringify(Object.fromEntries(rest));
  return {
    path: filled,
    init: {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body,
      ...(body.length <= keptAlive ? { keepalive: true } : {}),
    },
  };
}

/// The path with these fields in it, as that of a file that is no JSON (`files`).
export const filledIn = (path: string, fields: Fields): string =>
  path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(asText(fields[name])));

const asText = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

/// What stands in the way may answer in its own words (a proxy): then only the status is known.
async function readProblem(response: Response): Promise<Problem> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return {
    ...problem,
    status: response.status,
    code: problem.code ?? codeOf(response.status),
    request_id: problem.request_id ?? response.headers.get('X-Request-Id') ?? '',
  };
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'not_signed_in';
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429) return 'too_many_requests';
  return status === 502 || status === 503 || status === 504 ? 'overloaded' : 'internal';
}

/// The one API of the page.
export const { api, hangUp } = createClient();
