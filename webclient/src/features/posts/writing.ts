import { type Room, roomFor } from '../../design/room.ts';
import { namesTooMany } from '../mentions/source.ts';

/// What the server takes: `limits::post_body` and `limits::comment_body`.
const mostOfAPost = 20_000;
export const mostOfAComment = 8_000;

export const roomIn = (body: string, most = mostOfAPost): Room => roomFor(cleaned(body), most);

/// Without the control characters that come along with a paste.
export const printable = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '');

/// The body as it is sent: no space around it, and nothing that does not print.
export const cleaned = (body: string): string => printable(body).trim();

export const canSend = (body: string, most = mostOfAPost): boolean => 
  cleaned(body) !== '' && roomIn(body, most).left >= 0 && !namesTooMany(body);
