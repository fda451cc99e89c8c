import { useId } from 'react';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { beginningOf } from '../comments/plain.ts';
import { useTab } from '../groups/groups.ts';
import { usePerson } from '../people/people.ts';
import { useSaid } from '../translations/chosen.ts';
import styles from './MergeDialog.module.css';
import { isOpen } from './question.ts';

interface Props {
  items: readonly PostView[];
  chosen: PostId | undefined;
  onChoose: (post: PostId) => void;
}

/// Questions of which one is chosen: what each asks, who asked it, when and where, and whether it is answered.
export function EqualQuestions({ items, chosen, onChoose }: Props) {
  const { merging } = useLaterText();
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{merging.which}</legend>
      {items.map((view) => (
        <Choice key={view.post.id} name={name} view={view} isChosen={view.post.id === chosen} onChoose={() => onChoose(view.post.id)} />
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  view: PostView;
  isChosen: boolean;
  onChoose: () => void;
}

function Choice({ name, view, isChosen, onChoose }: ChoiceProps) {
  const { blocks, lang } = useSaid(view.post);
  const id = useId();
  return (
    <label className={styles.choice}>
      <input type="radio" name={name} checked={isChosen} aria-labelledby={id} aria-describedby={`${id}-about`} onChange={onChoose} />
      <span id={id} className={styles.words} lang={lang}>
        {beginningOf(blocks)}
      </span>
      <span id={`${id}-about`} className={styles.hint}>
        {useAbout(view)}
      </span>
    </label>
  );
}

/// In one line: what is chosen holds no links.
function useAbout({ post, question }: PostView): string {
  const { merging, questions, home, post: words } = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const author = usePerson(post.author)?.name ?? words.unknownAuthor;
  const place = useTab(post.group, post.tab);
  const said = [author, moments.short(post.published_at, now)];
  if (place) said.push(home.place(place.group.group.name, place.tab.tab.name));
  if (question) said.push(isOpen(question) ? questions.waits : question.state === 'accepted' ? questions.accepted : questions.answered);
  if (question && question.merged > 0) said.push(merging.also(question.merged));
  return said.join(' · ');
}
