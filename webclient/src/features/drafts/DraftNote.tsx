import { Cloud, Smartphone } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { TabId } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { type Draft, isTaken, keptDraft, lastKept } from '../posts/drafts.ts';
import { draftIn } from './content.ts';
import { DraftMark } from './DraftMark.tsx';
import styles from './DraftNote.module.css';
import { answered, apart, keepMine, savedState, takeTheirs, unsaved } from './sync.ts';
import { titleOf, wordsOf } from './words.ts';

/// How far what one writes has been kept; and what another device keeps instead, when that is something else.
export function DraftNote({ tab }: { tab: TabId }) {
  const theirs = useStore(apart, (all) => all.get(tab));
  const draft = theirs && draftIn(theirs.content);
  if (theirs && !draft) return <Foreign tab={tab} />;
  return draft ? <Apart tab={tab} theirs={draft} /> : <Saved tab={tab} />;
}

/// Quiet: nobody needs to hear it after each pause.
function Saved({ tab }: { tab: TabId }) {
  useStore(answered);
  useStore(unsaved);
  const state = savedState(tab);
  return state ? <State state={state} /> : null;
}

function State({ state }: { state: 'everywhere' | 'here' }) {
  const { drafts: text } = useLaterText();
  const Icon = state === 'everywhere' ? Cloud : Smartphone;
  return (
    <p className={styles.saved} title={state === 'everywhere' ? text.savedHint : undefined}>
      <Icon size={14} aria-hidden />
      {text.saved[state]}
    </p>
  );
}

/// What another version of Plein wrote there: nothing of it can be shown here, and what stands here waits for a word.
function Foreign({ tab }: { tab: TabId }) {
  const { drafts: text } = useLaterText();
  useStore(lastKept);
  // Nothing is written here that would have to be kept.
  if (!isTaken(tab)) return null;
  return (
    <>
      <State state="here" />
      <Note tone="info">
        {text.foreign}
        <div className={styles.choices}>
          <Button onClick={() => keepMine(tab)}>{text.keep}</Button>
        </div>
      </Note>
    </>
  );
}

function Apart({ tab, theirs }: { tab: TabId; theirs: Draft }) {
  const text = useLaterText();
  const { drafts } = text;
  useStore(lastKept);
  const isPrivate = theirs.confidential === true;
  const isPrivateHere = keptDraft(tab)?.confidential === true;
  const title = titleOf(theirs);
  const take = () => {
    const back = takeTheirs(tab);
    if (back) say(drafts.taken, { label: text.post.undo, run: back });
  };
  return (
    <Note tone="info">
      {drafts.apart}
      {isPrivate !== isPrivateHere && <p>{isPrivate ? drafts.privateThere : drafts.privateHere}</p>}
      <details className={styles.theirs}>
        <summary>{drafts.view}</summary>
        <DraftMark draft={theirs} />
        {title !== '' && <p className={styles.title}>{title}</p>}
        <p className={styles.words}>{wordsOf(theirs)}</p>
      </details>
      <div className={styles.choices}>
        <Button onClick={take}>{drafts.take}</Button>
        <Button look="quiet" onClick={() => keepMine(tab)}>
          {drafts.keep}
        </Button>
      </div>
    </Note>
  );
}
