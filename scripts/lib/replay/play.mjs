/// Posts the messages: conversations side by side, each in its own order, every author with a session of their own.
import { groupBy } from './messages.mjs';
import { Person } from './person.mjs';

const conversationsAtOnce = 24;

/// Authors are spread over the nodes. Resolves to a map from author to Person.
export async function signInAll(authors, nodes, password) {
  const people = new Map();
  const waiting = [...authors].map((author, place) => ({ author, node: nodes[place % nodes.length] }));
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const person = new Person(next.node);
        await person.signIn(next.author, password);
        people.set(next.author, person);
      }
    }),
  );
  return people;
}

/// `perSecond`: 0 is as fast as it goes. Resolves to `{posts: [{id, conversation, sentAt, tookMs}], refused: [], seconds}`.
export async function play(messages, people, tabs, perSecond, onProgress) {
  const posts = [];
  const refused = [];
  const began = performance.now();
  let begun = 0;
  const conversations = [...groupBy(messages, ({ conversation }) => conversation).values()].reverse();

  async function post(message) {
    if (perSecond > 0) await until(began + (begun++ / perSecond) * 1000);
    const sentAt = performance.now();
    try {
      const { id } = await people.get(message.author).post(tabs.get(message.tab), message.clientId, message.body);
      posts.push({ id, conversation: message.conversation, sentAt, tookMs: performance.now() - sentAt });
      await onProgress(posts.length);
    } catch (error) {
      refused.push(`${message.author} in conversation ${message.conversation}: ${error instanceof Error ? error.message : error}`);
    }
  }

  await Promise.all(
    Array.from({ length: conversationsAtOnce }, async () => {
      for (let next = conversations.pop(); next; next = conversations.pop()) {
        for (const message of next) await post(message);
      }
    }),
  );
  return { posts, refused, seconds: (performance.now() - began) / 1000 };
}

function until(moment) {
  const wait = moment - performance.now();
  return wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : undefined;
}
