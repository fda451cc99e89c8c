/// The part of the catalogue about naming people and departments in a text, and its topics.

import { countIn } from './count.ts';
import { topics } from './nl-topics.ts';

const { count } = countIn('nl-NL');

export const mentions = {
  list: 'Wie noem je?',
  department: 'afdeling',
  heads: 'Afdeling: het afdelingshoofd krijgt een melding',
  found: (people: number, departments: number) => {
    const parts = [
      ...(people > 0 ? [count(people, 'mens', 'mensen')] : []),
      ...(departments > 0 ? [count(departments, 'afdeling', 'afdelingen')] : []),
    ];
    return `${parts.join(' en ')}. Kies met de pijltjes en Enter.`;
  },
  you: '(dat ben jij)',
  tooMany: (most: number) => `Noem hoogstens ${String(most)} mensen en afdelingen in één tekst.`,
  topics,
};
