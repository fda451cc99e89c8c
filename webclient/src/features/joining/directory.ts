import { pagesQuery, type Pages, readFurther, type Source, withPages } from '../../live/pages.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { Directory, GroupId, GroupStanding, LiveEvent } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';

/// The closed groups by name, as far as they were read; `search` is what their names contain.
type Entries = Pages<Directory>;

const key = 'listed groups';

const directorySource = (search: string): Source<readonly [string, string], Directory> => ({
  key: [key, search],
  read: (after) =>
    api.listDirectory({ ...(search === '' ? {} : { search }), ...(after === undefined ? {} : { after }) }),
  change: directoryAfter,
});

export const directoryQuery = (search: string) => pagesQuery(directorySource(search));
export const readMoreGroups = (search: string): Promise<void> => readFurther(directorySource(search));

export function directoryAfter(entries: Entries, event: LiveEvent): Entries {
  const standing = standingAfter(event);
  if (!standing) return entries;
  return withPages(entries, (page) => after(page, event, (before) => withStanding(before, standing.group, standing.is)));
}

/// What an event says that the reader is to a group now.
export function standingAfter(event: LiveEvent): { group: GroupId; is: GroupStanding } | undefined {
  switch (event.type) {
    case 'standing.changed':
      return { group: event.data.group, is: event.data.standing };
    case 'group.joined':
      return { group: event.data.group, is: 'member' };
    case 'group.left':
      return { group: event.data.group, is: 'none' };
    default:
      return undefined;
  }
}

export function applyToDirectory(change: (entries: Entries) => Entries): void {
  queries.setQueriesData<Entries>({ queryKey: [key] }, (entries) => entries && change(entries));
}

/// What an answer said. The event that follows finds it there.
export const showStanding = (group: GroupId, standing: GroupStanding): void => {
  applyToDirectory((entries) => withPages(entries, (page) => withStanding(page, group, standing)));
};

function withStanding(page: Directory, group: GroupId, standing: GroupStanding): Directory {
  const isChanged = page.items.some(({ sign, standing: before }) => sign.group === group && before !== standing);
  if (!isChanged) return page;
  return { ...page, items: page.items.map((entry) => (entry.sign.group === group ? { ...entry, standing } : entry)) };
}
