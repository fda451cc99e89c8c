import { useQuery } from '@tanstack/react-query';
import { Note } from '../../design/Note.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { GroupId, TabView } from '../../protocol/generated.ts';
import styles from './Held.module.css';
import { ownHeldQuery } from './held.ts';
import { OwnHeldCard } from './OwnHeldCard.tsx';

interface Props {
  group: GroupId;
  tabs: readonly TabView[];
}

/// Newest first, as the feed below.
export function OwnHeld({ group, tabs }: Props) {
  const text = useLaterText();
  const { data, error } = useQuery(ownHeldQuery(group));
  if (error && !data) return <Note tone="failure">{text.errors[errorKey(error)]}</Note>;
  const here = (data ?? []).filter(({ post }) => tabs.some(({ tab }) => tab.id === post.tab));
  if (here.length === 0) return null;
  return (
    <section className={styles.own} aria-label={text.held.own}>
      {here.map((held) => (
        <OwnHeldCard key={held.post.id} held={held} places={tabs.length > 1 ? 'tab' : 'none'} />
      ))}
    </section>
  );
}
