import { CircleX, Hourglass } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Time } from '../../design/Time.tsx';
import { complain, say } from '../../design/toast.ts';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { CreatePost, OwnHeldPost } from '../../protocol/generated.ts';
import { planAgain } from '../calendar/replan.ts';
import { targetOf } from '../departments/addressee.ts';
import { usePerson } from '../people/people.ts';
import { newsAgain } from '../news/draft.ts';
import { sameAgain } from '../polls/draft.ts';
import { Clamp } from '../posts/Clamp.tsx';
import { post as postAgain } from '../posts/outbox.ts';
import { Place, type Places } from '../posts/Place.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { PraisedBand } from '../praise/PraisedBand.tsx';
import { BothTexts } from '../translations/BothTexts.tsx';
import styles from './Held.module.css';
import { HeldEditor } from './HeldEditor.tsx';
import { allOf, copyText, readHeldAfresh, withdraw } from './held.ts';
import { HeldEvent } from './HeldEvent.tsx';
import { HeldNews } from './HeldNews.tsx';
import { HeldPoll } from './HeldPoll.tsx';
import { HeldType } from './HeldType.tsx';

/// An own post that nobody but those who decide can read: what it says, what became of it, and what its author can do.
export function OwnHeldCard({ held, places }: { held: OwnHeldPost; places: Places }) {
  const { post, since, declined } = held;
  const text = useLaterText();
  const titleId = useId();
  const [isEditing, setEditing] = useState(false);
  const decider = usePerson(declined?.by ?? post.author)?.name ?? text.held.aModerator;
  return (
    <article className={styles.waiting} data-declined={declined !== undefined || undefined} aria-labelledby={titleId}>
      <HeldType held={held} />
      <header className={styles.state}>
        {declined ? <CircleX size={18} aria-hidden /> : <Hourglass size={18} aria-hidden />}
        <h2 id={titleId}>{declined ? text.held.declinedBy(decider) : text.held.waits}</h2>
        <PostAbout>
          <Time at={declined?.at ?? since} />
          <Place post={post} places={places} />
        </PostAbout>
      </header>
      {declined && <blockquote className={styles.reason}>{declined.reason}</blockquote>}
      {post.praised && <PraisedBand people={post.praised} />}
      <HeldNews held={held} />
      {isEditing ? (
        <HeldEditor post={post} isDeclined={declined !== undefined} onDone={() => { setEditing(false); }} />
      ) : (
        <>
          <Clamp>
            <BothTexts post={post} />
          </Clamp>
          <HeldPoll held={held} />
          <HeldEvent held={held} />
          <p className={styles.hint}>{declined ? text.held.onlyYou : text.held.onlyYouAndModerators}</p>
          <div className={styles.actions}>
            <Button onClick={() => { setEditing(true); }}>{declined ? text.held.editAndSend : text.post.edit}</Button>
            <Button look="quiet" onClick={() => takeBack(held, text)}>
              {declined ? text.post.delete : text.held.takeBack}
            </Button>
          </div>
        </>
      )}
    </article>
  );
}

/// It is gone from the server then; for a while it can still be had from here.
async function takeBack(held: OwnHeldPost, text: AllWords): Promise<void> {
  const { post, declined } = held;
  try {
    await withdraw(post);
  } catch (error) {
    readHeldAfresh(post.group);
    complain(hasCode(error, 'conflict') ? text.held.approvedMeanwhile : text.errors[errorKey(error)]);
    return;
  }
  if (declined) say(text.post.deleted, { label: text.held.copyText, run: () => void copyText(allOf(post), text) });
  else say(text.held.takenBack, { label: text.post.undo, run: () => { postAgain(post.group, wordsOf(held)); } });
}

/// The same once more: a question or an idea to whom it was to go, a poll with what it offered, praise for the same people,
/// news that affects the same departments, an event at the same time and place.
function wordsOf({ post: { tab, body, mark, kind, praised, translation }, since, question, poll, news, idea, event }: OwnHeldPost): Omit<CreatePost, 'client_id'> {
  const words = { tab, body, mark, ...(translation && { translation: { language: translation.language, body: translation.body } }) };
  if (poll) return { ...words, poll: sameAgain(poll, since, Date.now()) };
  if (praised) return { ...words, praise: { people: praised } };
  if (news) return { ...words, news: newsAgain(news) };
  if (idea) return { ...words, idea: targetOf(idea) ?? {} };
  if (event) return { ...words, event: planAgain(event) };
  return kind === 'question' ? { ...words, question: (question && targetOf(question)) ?? {} } : words;
}
