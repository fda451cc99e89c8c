import { useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import styles from './Apart.module.css';
import { unmerge } from './merging.ts';
import { useMayMerge, useQuestionRights } from './useQuestion.ts';

/// For who asked a merged question, and for those who may merge it: the way back. Who asked reads when they need it.
export function Apart({ view }: { view: PostView }) {
  const text = useLaterText();
  const { merging } = text;
  const place = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);
  const isOwn = view.post.author === useMyself()?.person.id;
  const mayMerge = useMayMerge(view);
  if (!useQuestionRights(view).unmerge) return null;
  const press = async () => {
    if (isBusy) return;
    setBusy(true);
    // The button goes with what it undoes; whoever stood on it goes on at the post.
    const post = place.current?.closest<HTMLElement>('[data-post]');
    const isDone = await unmerge(view, mayMerge, text);
    setBusy(false);
    if (isDone && document.activeElement === document.body) post?.querySelector<HTMLElement>('a[href^="/p/"]')?.focus({ preventScroll: true });
  };
  return (
    <div ref={place} className={styles.apart}>
      {isOwn && <p>{view.answer ? merging.notHelped : merging.another}</p>}
      <Button look="quiet" aria-disabled={isBusy} onClick={() => void press()}>
        {merging.apart}
      </Button>
    </div>
  );
}
