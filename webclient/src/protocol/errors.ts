import type { ErrorCode, Problem } from './generated.ts';

/// The server refused: its reason in `code`, and the number under which it can be found in the log.
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly requestId: string;
  readonly field: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem) {
    super(`${problem.code}${problem.field === undefined ? '' : ` (${problem.field})`}`);
    this.name = 'ApiError';
    this.code = problem.code;
    this.status = problem.status;
    this.requestId = problem.request_id;
    this.field = problem.field;
    this.retryAfterSeconds = problem.retry_after_seconds;
  }
}

/// No answer came: whether the request arrived is unknown.
export class OfflineError extends Error {
  constructor(cause?: unknown) {
    super('no answer from the server', { cause });
    this.name = 'OfflineError';
  }
}

export const hasCode = (error: unknown, ...codes: ErrorCode[]): error is ApiError =>
  error instanceof ApiError && codes.includes(error.code);

/// It may have happened, or not.
export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof OfflineError || hasCode(error, 'outcome_unknown');

/// The key of the words for this error in the catalogue.
export function errorKey(error: unknown): ErrorCode | 'offline' {
  if (error instanceof ApiError) return error.code;
  return error instanceof OfflineError ? 'offline' : 'internal';
}
