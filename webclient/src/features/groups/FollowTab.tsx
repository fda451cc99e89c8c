import { Bell, BellMinus, BellOff, ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { MenuChoice, OpenMenu } from '../../design/Menu.tsx';
import { complain } from '../../design/toast.ts';
import { useText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Following, TabView } from '../../protocol/generated.ts';
import styles from './FollowTab.module.css';
import { follow } from './following.ts';

const icons = { followed: Bell, unfollowed: BellMinus, muted: BellOff };
const choices: readonly Following[] = ['followed', 'unfollowed', 'muted'];

/// What one wants to see of this tab, in words, with what each choice means.
export function FollowTab({ view: { tab, reading } }: { view: TabView }) {
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { following } = reading;
  const Icon = icons[following];
  const label = text.tabs.followLabel(tab.name);
  const choose = (next: Following) => {
    if (next !== following) follow(tab.id, next).catch((error: unknown) => complain(text.errors[errorKey(error)]));
  };
  return (
    <div className={styles.place}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={`${label}: ${text.tabs.followState[following]}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon size={18} aria-hidden />
        <span className={styles.words}>{text.tabs.followState[following]}</span>
        <ChevronDown size={16} aria-hidden className={styles.arrow} />
      </button>
      {isOpen && (
        <OpenMenu
          label={label}
          trigger={button}
          chosen={following}
          onClose={() => {
            setOpen(false);
          }}
        >
          {choices.map((each) => (
            <MenuChoice
              key={each}
              id={each}
              title={text.tabs.follow[each]}
              hint={text.tabs.followHint[each]}
              onAction={() => {
                choose(each);
              }}
            />
          ))}
        </OpenMenu>
      )}
    </div>
  );
}
