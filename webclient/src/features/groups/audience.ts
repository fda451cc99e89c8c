import { useText } from '../../i18n/text.tsx';
import type { GroupView, Mark, TabView } from '../../protocol/generated.ts';
import { useDepartment } from '../departments/departments.ts';

/// Who will read what is posted here, in words; nothing without a tab.
export function useAudience({ group, member_count: members }: GroupView, view: TabView | undefined): string | undefined {
  const text = useText();
  const department = useDepartment(view?.tab.department);
  if (!view) return undefined;
  const { tab } = view;
  switch (tab.audience) {
    case 'members':
      return text.composer.visibleToMembers(members, group.name);
    case 'department':
      return text.composer.visibleToDepartment(department?.name ?? tab.name, group.name);
    case 'guests':
      return text.composer.visibleToGuests(members, group.name);
  }
}

/// The same, for who is about to post.
export function useVisibility(group: GroupView, tab: TabView, mark: Mark): string {
  const text = useText();
  const audience = useAudience(group, tab) ?? '';
  return mark === 'personal' ? `${audience}. ${text.composer.personalNote}` : `${audience}.`;
}
