import { Check, MailCheck } from 'lucide-react';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { News, PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useIsArchived, useLooksAfter } from '../groups/groups.ts';
import { useHandOver } from '../polls/useHandOver.ts';
import { confirmNews } from './confirm.ts';
import styles from './MustRead.module.css';

const ConfirmationsDialog = lazy(async () => ({ default: (await import('./ConfirmationsDialog.tsx')).ConfirmationsDialog }));

interface Props {
  view: PostView;
  news: News;
}

/// Every reader but the author is asked to say that they read it. The author, and who looks after the tab, see who did.
export function MustRead({ view, news }: Props) {
  const text = useLaterText();
  const titleId = useId();
  const place = useRef<HTMLElement>(null);
  const isAuthor = useMyself()?.person.id === view.post.author;
  const looksAfter = useLooksAfter(view.post);
  const isArchived = useIsArchived(view.post.group);
  const isDone = view.mine.confirmed && !isAuthor;
  return (
    <section ref={place} className={styles.block} tabIndex={-1} aria-labelledby={titleId} data-done={isDone || undefined}>
      <div>
        <h3 id={titleId} className={styles.title}>
          {isDone ? <Check size={16} aria-hidden /> : <MailCheck size={16} aria-hidden />}
          {isDone ? text.news.isConfirmed : text.news.mustRead}
        </h3>
        <p className={styles.count}>{text.news.confirmed(news.confirmed)}</p>
      </div>
      <div className={styles.buttons}>
        {!isAuthor && !isDone && !isArchived && <ConfirmButton view={view} onGoing={() => place.current?.focus({ preventScroll: true })} />}
        {(isAuthor || looksAfter) && <WhoConfirmed view={view} news={news} />}
      </div>
    </section>
  );
}

function ConfirmButton({ view, onGoing }: { view: PostView; onGoing: () => void }) {
  const text = useLaterText();
  const part = useRef<HTMLSpanElement>(null);
  useHandOver(part, onGoing);
  return (
    <span ref={part}>
      <Button look="primary" onClick={() => confirmNews(view, text)}>
        {text.news.confirm}
      </Button>
    </span>
  );
}

function WhoConfirmed({ view, news }: Props) {
  const text = useLaterText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {text.news.whoConfirmed}
      </Button>
      {isOpen && (
        <Suspense>
          <ConfirmationsDialog post={view.post} news={news} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
