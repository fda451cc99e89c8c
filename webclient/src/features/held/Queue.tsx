import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupId, Post } from '../../protocol/generated.ts';
import { useFeedKeys } from '../posts/useFeedKeys.ts';
import { DeclineDialog } from './DeclineDialog.tsx';
import styles from './Held.module.css';
import { HeldCard } from './HeldCard.tsx';
import { heldQuery } from './held.ts';

/// Oldest first. Whoever decided goes on with the next one.
export function Queue({ group }: { group: GroupId }) {
  const text = useLaterText();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = useFeedKeys(list);
  const { data, error, isPending, refetch } = useQuery(heldQuery(group));
  const [declining, setDeclining] = useState<{ post: Post; place: number }>();
  if (isPending) return <Skeleton />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;

  const goOn = (place: number) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[role="feed"] > article') ?? [])];
    const next = cards[place + 1] ?? cards[place - 1];
    (next ?? document.querySelector<HTMLElement>('h1'))?.focus();
  };
  return (
    <>
      {data.length === 0 ? (
        <EmptyState title={text.held.empty} hint={text.held.emptyHint} />
      ) : (
        <p className={styles.lead}>{text.held.lead}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Page Up and Down, as feeds have */}
      <div ref={list} onKeyDown={onKeyDown}>
        <div role="feed" aria-label={text.held.title} className={styles.queue} hidden={data.length === 0}>
          {data.map((held, index) => (
            <HeldCard
              key={held.post.id}
              held={held}
              position={index + 1}
              size={data.length}
              onDecline={() => {
                setDeclining({ post: held.post, place: index });
              }}
              onDecided={() => {
                goOn(index);
              }}
            />
          ))}
        </div>
      </div>
      {/* Outside the list: what is being written stays when the post goes. */}
      {declining && (
        <DeclineDialog
          post={declining.post}
          isWaiting={data.some(({ post }) => post.id === declining.post.id)}
          onDecided={() => {
            goOn(declining.place);
          }}
          onClose={() => {
            setDeclining(undefined);
          }}
        />
      )}
    </>
  );
}
