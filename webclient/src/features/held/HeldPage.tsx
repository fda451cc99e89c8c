import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useRef } from 'react';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupId, GroupView } from '../../protocol/generated.ts';
import { useGroup } from '../groups/GroupPage.tsx';
import { useFeedKeys } from '../posts/useFeedKeys.ts';
import styles from './Held.module.css';
import { HeldCard } from './HeldCard.tsx';
import { heldQuery } from './held.ts';

/// What waits for approval in a group. Its owners and moderators decide.
export function HeldPage() {
  const { group } = useParams({ from: '/g/$group/held' });
  const found = useGroup(group);
  return 'instead' in found ? found.instead : <Held key={group} view={found.view} />;
}

function Held({ view: { group, held } }: { view: GroupView }) {
  const text = useLaterText();
  usePageTitle(text.held.title, group.name);
  return (
    <div className={styles.page}>
      <Link to="/g/$group" params={{ group: String(group.id) }} className={styles.back}>
        <ArrowLeft size={18} aria-hidden />
        {text.members.back(group.name)}
      </Link>
      <h1 tabIndex={-1} className={styles.title}>
        {text.held.title}
      </h1>
      {held === undefined ? <EmptyState title={text.held.notYours} /> : <Queue group={group.id} />}
    </div>
  );
}

/// Oldest first. Whoever decided goes on with the next one.
function Queue({ group }: { group: GroupId }) {
  const text = useLaterText();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = useFeedKeys(list);
  const { data, error, isPending, refetch } = useQuery(heldQuery(group));
  if (isPending) return <Skeleton />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState title={text.held.empty} hint={text.held.emptyHint} />;

  const goOn = (place: number) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[role="feed"] > article') ?? [])];
    const next = cards[place + 1] ?? cards[place - 1];
    (next ?? document.querySelector<HTMLElement>('h1'))?.focus();
  };
  return (
    <>
      <p className={styles.lead}>{text.held.lead}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Page Up and Down, as feeds have */}
      <div ref={list} onKeyDown={onKeyDown}>
        <div role="feed" aria-label={text.held.title} className={styles.queue}>
          {data.map((held, index) => (
            <HeldCard
              key={held.post.id}
              held={held}
              position={index + 1}
              size={data.length}
              onDecided={() => {
                goOn(index);
              }}
            />
          ))}
        </div>
      </div>
    </>
  );
}
