import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupId, Post, PostId } from '../../protocol/generated.ts';
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
  const [declining, setDeclining] = useState<Post>();
  if (isPending) return <Skeleton />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;

  // Where one goes on is known before the post has left the list.
  const goOn = (id: PostId) => {
    const place = data.findIndex(({ post }) => post.id === id);
    const next = data[place + 1] ?? data[place - 1];
    const card = next && list.current?.querySelector<HTMLElement>(`[data-held="${String(next.post.id)}"]`);
    (card ?? document.querySelector<HTMLElement>('h1'))?.focus();
  };
  const waiting = data.find(({ post }) => post.id === declining?.id);
  return (
    <>
      {data.length === 0 ? (
        <EmptyState title={text.held.empty} hint={text.held.emptyHint} />
      ) : (
        <p className={styles.lead}>{text.held.lead}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Page Up and Down, as feeds have */}
      <div ref={list} onKeyDown={onKeyDown}>
        {data.length > 0 && (
          <div role="feed" aria-label={text.held.title} className={styles.queue}>
            {data.map((held, index) => (
              <HeldCard
                key={held.post.id}
                held={held}
                position={index + 1}
                size={data.length}
                onDecline={() => {
                  setDeclining(held.post);
                }}
                onDecided={() => {
                  goOn(held.post.id);
                }}
              />
            ))}
          </div>
        )}
      </div>
      {/* Outside the list: what is being written stays when the post goes. */}
      {declining && (
        <DeclineDialog
          read={declining}
          post={waiting?.post}
          onDecided={() => {
            flushSync(() => setDeclining(undefined));
            goOn(declining.id);
          }}
          onClose={() => {
            setDeclining(undefined);
          }}
        />
      )}
    </>
  );
}
