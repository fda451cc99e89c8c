import { FilePenLine } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { TabId, TabView } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { isTaken, lastKept } from '../posts/drafts.ts';
import styles from './OtherDrafts.module.css';

interface Props {
  tabs: readonly TabView[];
  /// Where one writes at the moment.
  except: TabId;
  onChoose: (tab: TabId) => void;
}

/// What else one began to write here, in other tabs.
export function OtherDrafts({ tabs, except, onChoose }: Props) {
  const { scheduling: text } = useText();
  useStore(lastKept);
  const others = tabs.filter(({ tab }) => tab.id !== except && isTaken(tab.id));
  if (others.length === 0) return null;
  return (
    <div className={styles.others}>
      {others.map(({ tab }) => (
        <Button key={tab.id} look="quiet" icon={<FilePenLine size={16} aria-hidden />} onClick={() => onChoose(tab.id)}>
          {text.goOn(tab.name)}
        </Button>
      ))}
    </div>
  );
}
