import type { Catalogue } from '../../i18n/nl.ts';
import type { GroupView, Mark, TabView } from '../../protocol/generated.ts';

/// Who will read what is posted here, in words.
export function audienceIn(text: Catalogue, { group, member_count: members }: GroupView, { tab }: TabView): string {
  switch (tab.audience) {
    case 'members':
      return text.composer.visibleToMembers(members, group.name);
    case 'department':
      return text.composer.visibleToDepartment(tab.name, group.name);
    case 'guests':
      return text.composer.visibleToGuests(members, group.name);
  }
}

/// The same, for who is about to post.
export function visibility(text: Catalogue, group: GroupView, tab: TabView, mark: Mark): string {
  const audience = audienceIn(text, group, tab);
  return mark === 'personal' ? `${audience}. ${text.composer.personalNote}` : `${audience}.`;
}
