import { Bell, BellMinus, BellOff, BellRing, ChevronDown } from 'lucide-react';
import { lazy } from 'react';
import { MenuButton } from '../../design/MenuButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { TabView } from '../../protocol/generated.ts';
import styles from './FollowTab.module.css';

const FollowChoices = lazy(async () => ({ default: (await import('./FollowChoices.tsx')).FollowChoices }));

const icons = { followed: Bell, unfollowed: BellMinus, muted: BellOff };

/// What one wants to see of this tab, in words, with what each choice means.
export function FollowTab({ view }: { view: TabView }) {
  const text = useText();
  const { following, every_post: everyPost } = view.reading;
  const hearsAll = everyPost && following !== 'muted';
  const Icon = hearsAll ? BellRing : icons[following];
  const state = hearsAll ? `${text.tabs.followState[following]}, ${text.moves.everyPost}` : text.tabs.followState[following];
  return (
    <div className={styles.place}>
      <MenuButton
        label={`${text.tabs.followLabel(view.tab.name)}: ${state}`}
        className={styles.button}
        menu={(trigger, close) => <FollowChoices view={view} trigger={trigger} onClose={close} />}
      >
        <Icon size={18} aria-hidden />
        <span className={styles.words}>{text.tabs.followState[following]}</span>
        <ChevronDown size={16} aria-hidden className={styles.arrow} />
      </MenuButton>
    </div>
  );
}
