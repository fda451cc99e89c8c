import type { GroupView, Reading } from '../../protocol/generated.ts';

export type GroupChoice = 'all' | 'own' | 'none';

/// What holds for every tab, where it is the same for all. That none is followed is chosen for each by itself.
export function choiceIn({ tabs }: GroupView): GroupChoice | 'unfollowed' | undefined {
  const choices = new Set(tabs.map(({ reading }) => choiceOf(reading)));
  const [first] = choices;
  return choices.size === 1 ? first : undefined;
}

/// Of what is muted one hears nothing, whatever one chose before.
function choiceOf({ following, every_post: everyPost }: Reading): GroupChoice | 'unfollowed' {
  if (following === 'muted') return 'none';
  if (following === 'unfollowed') return following;
  return everyPost ? 'all' : 'own';
}
