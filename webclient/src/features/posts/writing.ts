import { type Room, roomFor } from '../../design/room.ts';

/// What the server takes: `limits::post_body`.
const mostBytes = 20_000;

export const roomIn = (body: string): Room => roomFor(cleaned(body), mostBytes);

/// The body as it is sent: no space around it, and none of the control characters that come along with a paste.
export const cleaned = (body: string): string => body.replace(/[^\P{Cc}\n\t]/gu, '').trim();

export const canSend = (body: string): boolean => cleaned(body) !== '' && roomIn(body).left >= 0;
