import type { ReactionEvent } from '../comments/comments.ts';
import { applyToThreads } from '../comments/queries.ts';
import { applyToPosts } from '../posts/queries.ts';
import { learnCounted, learnTaken } from './react.ts';
import type { Subject } from './reactions.ts';

export function applyReactionEvent(event: ReactionEvent): void {
  const { post, comment } = event.data;
  const subject: Subject = comment === undefined ? { post } : { post, comment };
  applyToPosts(event);
  applyToThreads(event);
  switch (event.type) {
    case 'reactions.counted':
      learnCounted(subject, event.data.reactions.version, event.at);
      return;
    case 'reaction.set':
      learnTaken(subject, event.data.kind, event.at);
      return;
    default:
      event satisfies never;
  }
}
