import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useText } from '../../i18n/text.tsx';
import { runOnArrival } from '../../state/commands.ts';
import type { placesToPost } from './home.ts';
import styles from './WhereDialog.module.css';

interface Props {
  places: ReturnType<typeof placesToPost>;
  onClose: () => void;
}

/// Where to post: the tabs that one follows, by group. The one chosen opens with its composer.
export function WhereDialog({ places, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text.home.where} onClose={onClose}>
      <ul role="list" className={styles.groups}>
        {places.map(({ group: { group }, tabs }) => (
          <li key={group.id}>
            <h3 className={styles.name}>
              <CoverTile colour={group.colour} cover={group.cover} size="small" />
              {group.name}
            </h3>
            <ul role="list" aria-label={group.name} className={styles.tabs}>
              {tabs.map(({ tab }) => (
                <li key={tab.id}>
                  <Link
                    to="/g/$group/$tab"
                    params={{ group: String(group.id), tab: String(tab.id) }}
                    className={buttonClass('secondary')}
                    onClick={() => {
                      runOnArrival('compose');
                      onClose();
                    }}
                  >
                    {tab.name}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
