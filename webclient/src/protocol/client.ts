import { ApiError, hasCode, isOutcomeUnknown, OfflineError } from './errors.ts';
import { type Api, endpoints, type ErrorCode, type Problem } from './generated.ts';

/// The API as functions, made from the generated table of endpoints. Fields named in a path go there; the others go to
/// the query (GET) or the JSON body.
///
/// Errors: `ApiError` when the server refused, `OfflineError` when no answer came. A request with a `client_id` whose
/// outcome is unknown is repeated with the same one: the server makes it once.
export interface Transport {
  fetch(path: string, init: RequestInit): Promise<Response>;
  wait(milliseconds: number): Promise<void>;
  /// Any call may be the first to learn that the session has ended.
  onNotSignedIn?(): void;
}

interface Endpoint {
  readonly method: string;
  readonly path: string;
}

type Fields = Record<string, unknown>;

const timeout = 20_000;
/// Small changes arrive though the page is left meanwhile. Browsers allow 64 KiB of them at a time.
const keptAlive = 2048;
const pausesBetweenTries = [400, 1200, 3000];

export const browser: Transport = {
  fetch: (path, init) => fetch(path, { ...init, signal: AbortSignal.timeout(timeout) }),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export function createApi(transport: Transport = browser): Api {
  const calls = Object.entries(endpoints).map(([name, endpoint]) => [
    name,
    (request: Fields = {}) => callUntilKnown(transport, endpoint, request),
  ]);
  return Object.fromEntries(calls) as Api;
}

async function callUntilKnown(transport: Transport, endpoint: Endpoint, request: Fields): Promise<unknown> {
  const pauses = 'client_id' in request ? pausesBetweenTries : [];
  for (const pause of pauses) {
    try {
      return await call(transport, endpoint, request);
    } catch (error) {
      if (!isOutcomeUnknown(error) && !hasCode(error, 'overloaded')) throw error;
      await transport.wait(pause * (0.5 + Math.random()));
    }
  }
  return call(transport, endpoint, request);
}

async function call(transport: Transport, endpoint: Endpoint, request: Fields): Promise<unknown> {
  const { path, init } = toHttp(endpoint, request);
  let response: Response;
  try {
    response = await transport.fetch(path, init);
  } catch (error) {
    throw new OfflineError(error);
  }
  if (!response.ok) throw await refusal(transport, response);
  if (response.status === 204) return undefined;
  try {
    return (await response.json()) as unknown;
  } catch (error) {
    throw new OfflineError(error);
  }
}

function toHttp({ method, path }: Endpoint, request: Fields): { path: string; init: RequestInit } {
  const rest = new Map(Object.entries(request).filter(([, value]) => value !== undefined));
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(asText(value));
  });
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

async function refusal(transport: Transport, response: Response): Promise<ApiError> {
  const error = new ApiError(await readProblem(response));
  if (error.code === 'not_signed_in') transport.onNotSignedIn?.();
  return error;
}

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
export const api = createApi();
