import { CircleX, Hourglass } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Time } from '../../design/Time.tsx';
import { complain, say } from '../../design/toast.ts';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { OwnHeldPost, Post } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { Clamp } from '../posts/Clamp.tsx';
import { Markdown } from '../posts/Markdown.tsx';
import { post as postAgain } from '../posts/outbox.ts';
import { Place, type Places } from '../posts/Place.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { QuestionType } from '../questions/QuestionType.tsx';
import styles from './Held.module.css';
import { HeldEditor } from './HeldEditor.tsx';
import { copyText, readHeldAfresh, withdraw } from './held.ts';

/// An own post that nobody but those who decide can read: what it says, what became of it, and what its author can do.
export function OwnHeldCard({ held: { post, since, declined }, places }: { held: OwnHeldPost; places: Places }) {
  const text = useLaterText();
  const titleId = useId();
  const [isEditing, setEditing] = useState(false);
  const decider = usePerson(declined?.by ?? post.author)?.name ?? text.held.aModerator;
  return (
    <article className={styles.waiting} data-declined={declined !== undefined || undefined} aria-labelledby={titleId}>
      {post.kind === 'question' && <QuestionType />}
      <header className={styles.state}>
        {declined ? <CircleX size={18} aria-hidden /> : <Hourglass size={18} aria-hidden />}
        <h2 id={titleId}>{declined ? text.held.declinedBy(decider) : text.held.waits}</h2>
        <PostAbout>
          <Time at={declined?.at ?? since} />
          <Place post={post} places={places} />
        </PostAbout>
      </header>
      {declined && <blockquote className={styles.reason}>{declined.reason}</blockquote>}
      {isEditing ? (
        <HeldEditor post={post} isDeclined={declined !== undefined} onDone={() => { setEditing(false); }} />
      ) : (
        <>
          <Clamp>
            <Markdown blocks={post.blocks} />
          </Clamp>
          <p className={styles.hint}>{declined ? text.held.onlyYou : text.held.onlyYouAndModerators}</p>
          <div className={styles.actions}>
            <Button onClick={() => { setEditing(true); }}>{declined ? text.held.editAndSend : text.post.edit}</Button>
            <Button look="quiet" onClick={() => takeBack(post, declined !== undefined, text)}>
              {declined ? text.post.delete : text.held.takeBack}
            </Button>
          </div>
        </>
      )}
    </article>
  );
}

/// The text is gone from the server then; for a while it can still be had from here.
async function takeBack(post: Post, isDeclined: boolean, text: AllWords): Promise<void> {
  const { group, tab, body, mark, kind } = post;
  // Whom it was to go to is not said of what waits: it is asked anew, of nobody in particular.
  const words = kind === 'question' ? { tab, body, mark, question: {} } : { tab, body, mark };
  try {
    await withdraw(post);
  } catch (error) {
    readHeldAfresh(group);
    complain(hasCode(error, 'conflict') ? text.held.approvedMeanwhile : text.errors[errorKey(error)]);
    return;
  }
  if (isDeclined) say(text.post.deleted, { label: text.held.copyText, run: () => void copyText(body, text) });
  else say(text.held.takenBack, { label: text.post.undo, run: () => { postAgain(group, words); } });
}
