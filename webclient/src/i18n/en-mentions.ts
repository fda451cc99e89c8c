import { countIn } from './count.ts';
import { topics } from './en-topics.ts';
import type { mentions as nl } from './nl-mentions.ts';

/// The part of the catalogue about naming people and departments in a text, and its topics.

const { count } = countIn('en-GB');

export const mentions: typeof nl = {
  list: 'Whom do you mention?',
  department: 'department',
  heads: 'Department: its head is notified',
  found: (people, departments) => {
    const parts = [
      ...(people > 0 ? [count(people, 'person', 'people')] : []),
      ...(departments > 0 ? [count(departments, 'department', 'departments')] : []),
    ];
    return `${parts.join(' and ')}. Choose with the arrow keys and Enter.`;
  },
  you: '(that is you)',
  tooMany: (most) => `Mention at most ${String(most)} people and departments in one text.`,
  topics,
};
