import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useText } from '../../i18n/text.tsx';
import type { TabView } from '../../protocol/generated.ts';
import { runOnArrival } from '../../state/commands.ts';
import type { placesToPost } from './home.ts';
import styles from './WhereDialog.module.css';

interface Props {
  title?: string;
  /// What is done there, where that does not go without saying.
  hint?: string;
  places: ReturnType<typeof placesToPost>;
  /// Before one is there.
  onChoose?: (tab: TabView) => void;
  onClose: () => void;
}

/// Where to post: the tabs that one follows, by group. The one chosen opens with its composer.
export function WhereDialog({ title, hint, places, onChoose, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={title ?? text.home.where} onClose={onClose}>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <ul role="list" className={styles.groups}>
        {places.map(({ group: { group }, tabs }) => (
          <li key={group.id}>
            <h3 className={styles.name}>
              <CoverTile colour={group.colour} cover={group.cover} size="small" />
              {group.name}
            </h3>
            <ul role="list" aria-label={group.name} className={styles.tabs}>
              {tabs.map((view) => (
                <li key={view.tab.id}>
                  <Link
                    to="/g/$group/$tab"
                    params={{ group: String(group.id), tab: String(view.tab.id) }}
                    className={buttonClass('secondary')}
                    onClick={() => {
                      onChoose?.(view);
                      runOnArrival('compose');
                      onClose();
                    }}
                  >
                    {view.tab.name}
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
