import { api } from '../../protocol/client.ts';
import type { PersonId, TabId } from '../../protocol/generated.ts';
import type { PeopleSource } from '../people/finding.ts';

/// Who can be thanked in a tab: those who read it, and before anything is typed who wrote there last. Nobody thanks
/// themselves.
export const readersOf = (tab: TabId, me: PersonId): PeopleSource => ({
  key: ['readers', tab],
  letters: 0,
  find: async (search) => {
    const { people } = await api.listMentionChoices({ tab, ...(search === '' ? {} : { search }) });
    return people.filter(({ id }) => id !== me);
  },
});
