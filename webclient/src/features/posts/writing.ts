/// What the server takes: `limits::post_body`, in bytes of UTF-8.
const mostBytes = 20_000;
const warnFrom = 18_500;
const encoder = new TextEncoder();

interface Room {
  /// Bytes left; below zero it is too long.
  left: number;
  isTight: boolean;
}

export function roomFor(body: string): Room {
  const used = encoder.encode(cleaned(body)).length;
  return { left: mostBytes - used, isTight: used > warnFrom };
}

/// The body as it is sent: no space around it, and none of the control characters that come along with a paste.
export const cleaned = (body: string): string => body.replace(/[^\P{Cc}\n\t]/gu, '').trim();

export const canSend = (body: string): boolean => cleaned(body) !== '' && roomFor(body).left >= 0;
