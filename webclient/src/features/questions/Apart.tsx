import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import styles from './Apart.module.css';
import { unmerge } from './merging.ts';
import { useMayMerge, useQuestionRights } from './useQuestion.ts';

/// For who asked a merged question, and for those who may merge it: the way back. Who asked reads when they need it.
export function Apart({ view }: { view: PostView }) {
  const isOwn = view.post.author === useMyself()?.person.id;
  const isOffered = useQuestionRights(view).unmerge;
  return isOffered && <WayBack view={view} isOwn={isOwn} />;
}

function WayBack({ view, isOwn }: { view: PostView; isOwn: boolean }) {
  const text = useLaterText();
  const { merging } = text;
  const mayMerge = useMayMerge(view);
  const place = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);
  useFocusOnPost(place);
  const press = async () => {
    if (isBusy) return;
    setBusy(true);
    await unmerge(view, mayMerge, text);
    setBusy(false);
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

/// The button goes with what it undoes: whoever stood on it goes on at the post.
function useFocusOnPost(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = place.current;
    const post = element?.closest<HTMLElement>('[data-post]');
    const link = `a[href="/p/${String(post?.dataset.post)}"]`;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      setTimeout(() => post?.querySelector<HTMLElement>(link)?.focus({ preventScroll: true }));
    };
  }, [place]);
}
