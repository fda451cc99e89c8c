/// Says the messages: conversations side by side, each in its own order, every author with a session of their own.
import { groupBy, keyOfComment, keyOfPost } from './messages.mjs';
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

/// `perSecond`: 0 is as fast as it goes. Resolves to `{said, refused, seconds}`; `said` is what was posted and commented:
/// `[{key, id, post, place, conversation, sentAt, tookMs}]`, where `post` is the one that a comment is on.
export async function play(messages, people, tabs, perSecond, onProgress) {
  const said = [];
  const refused = [];
  const began = performance.now();
  let begun = 0;
  const conversations = [...groupBy(messages, ({ conversation }) => conversation).values()].reverse();

  /// Returns the id; nothing when it was refused.
  async function say({ author, tab, clientId, body, place, conversation }, post) {
    if (perSecond > 0) await until(began + (begun++ / perSecond) * 1000);
    const sentAt = performance.now();
    const person = people.get(author);
    try {
      const { id } = post === undefined ? await person.post(tabs.get(tab), clientId, body) : await person.comment(post, clientId, body);
      const key = post === undefined ? keyOfPost(id) : keyOfComment(id);
      said.push({ key, id, post, place, conversation, sentAt, tookMs: performance.now() - sentAt });
      await onProgress(said.length);
      return id;
    } catch (error) {
      refused.push(`${author} in conversation ${conversation}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }

  async function hold([first, ...others]) {
    const post = await say(first);
    for (const message of others) {
      if (post === undefined) refused.push(`${message.author} in conversation ${message.conversation}: nothing to comment on`);
      else await say(message, post);
    }
  }

  await Promise.all(
    Array.from({ length: conversationsAtOnce }, async () => {
      for (let next = conversations.pop(); next; next = conversations.pop()) await hold(next);
    }),
  );
  return { said, refused, seconds: (performance.now() - began) / 1000 };
}

function until(moment) {
  const wait = moment - performance.now();
  return wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : undefined;
}
