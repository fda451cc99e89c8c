import { Bell, BellMinus, BellOff, BellRing, ChevronDown } from 'lucide-react';
import { lazy } from 'react';
import { MenuButton } from '../../design/MenuButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import { choiceIn } from './groupChoice.ts';
import styles from './FollowTab.module.css';

const FollowGroupChoices = lazy(async () => ({ default: (await import('./FollowGroupChoices.tsx')).FollowGroupChoices }));

const icons = { all: BellRing, own: Bell, none: BellOff, unfollowed: BellMinus };
const followings = { all: 'followed', own: 'followed', none: 'muted', unfollowed: 'unfollowed' } as const;

/// What one wants to see and hear of the whole group, where one looks at all of it.
export function FollowGroup({ view }: { view: GroupView }) {
  const text = useText();
  const choice = choiceIn(view);
  const Icon = icons[choice ?? 'own'];
  const words = choice === undefined ? text.wholeGroup.mixed : text.tabs.followState[followings[choice]];
  const state = choice === 'all' ? `${words}, ${text.moves.everyPost}` : words;
  return (
    <div className={styles.place}>
      <MenuButton
        label={`${text.tabs.followLabel(view.group.name)}: ${state}`}
        className={styles.button}
        menu={(trigger, close) => <FollowGroupChoices view={view} trigger={trigger} onClose={close} />}
      >
        <Icon size={18} aria-hidden />
        <span className={styles.words}>{words}</span>
        <ChevronDown size={16} aria-hidden className={styles.arrow} />
      </MenuButton>
    </div>
  );
}
