import { type Pages, pagesQuery, readFurther, type Source, withPages } from '../../live/pages.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { LiveEvent, Person, PersonPage } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from './people.ts';
import type { Wanted } from './wanted.ts';

const directoryKey = 'directory';

const source = (wanted: Wanted): Source<readonly [string, Wanted], PersonPage> => ({
  key: [directoryKey, wanted],
  read: async (from) => {
    const page = await api.browsePeople({
      ...(wanted.search ? { search: wanted.search } : {}),
      ...(wanted.side ? { side: wanted.side } : {}),
      ...(wanted.department ? { department: wanted.department } : {}),
      ...(from === undefined ? {} : { after: from }),
    });
    learnPeople(page.items);
    return page;
  },
  change: directoryAfter,
});

export const directoryQuery = (wanted: Wanted) => pagesQuery(source(wanted));
export const readMorePeople = (wanted: Wanted): Promise<void> => readFurther(source(wanted));

/// Who is listed changes in place, or goes. Who is new stands in the list when it is read again.
function directoryAfter(people: Pages<PersonPage>, event: LiveEvent): Pages<PersonPage> {
  if (event.type !== 'person.changed') return people;
  const { person } = event.data;
  return withPages(people, (page) => after(page, event, (before) => withPerson(before, person)));
}

function withPerson(page: PersonPage, person: Person): PersonPage {
  const known = page.items.find(({ id }) => id === person.id);
  if (!known || known.version >= person.version) return page;
  const items = page.items.flatMap((each) => (each !== known ? [each] : person.suspended ? [] : [person]));
  return { ...page, items };
}

export function applyToDirectory(event: LiveEvent): void {
  queries.setQueriesData<Pages<PersonPage>>({ queryKey: [directoryKey] }, (people) =>
    people ? directoryAfter(people, event) : people,
  );
}
