/// Recorded conversations: one JSON object a line, {thread, tab, title, author, text}, a conversation's messages in order.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/// The first `limit` messages: `[{place, clientId, conversation, author, tab, body}]`. The one that begins a
/// conversation is a post, with the title in bold if there is one; the others are comments on it. The client id follows
/// from the message's place, so that a try that is repeated says nothing twice.
export function readMessages(file, limit) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').slice(0, limit);
  const begun = new Set();
  return lines.map((line, place) => {
    const { thread, tab, title, author, text } = JSON.parse(line);
    const begins = !begun.has(thread);
    begun.add(thread);
    const body = begins && title ? `**${title}**\n\n${text}` : text;
    return { place, clientId: uuid(`message ${place}`), conversation: thread, author, tab, body };
  });
}

/// What tells a post from a comment with the same number.
export const keyOfPost = (id) => `post ${id}`;
export const keyOfComment = (id) => `comment ${id}`;

/// RFC 9562 version 8.
function uuid(seed) {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/// `all` by what `keyOf` says of each, in the order of first appearance. (Map.groupBy needs Node 21.)
export function groupBy(all, keyOf) {
  const groups = new Map();
  for (const each of all) {
    const key = keyOf(each);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(each);
  }
  return groups;
}
