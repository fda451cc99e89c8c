import { CalendarClock, PenLine } from 'lucide-react';
import { lazy, type Ref, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { GroupView, TabView } from '../../protocol/generated.ts';
import { useCommand } from '../../state/commands.ts';
import { currentMe, useMyself } from '../accounts/session.ts';
import { EventHeadHere } from '../calendar/EventHeadHere.tsx';
import { isSound as isPlanSound } from '../calendar/plan.ts';
import { OtherDrafts } from '../drafts/OtherDrafts.tsx';
import { useVisibility } from '../groups/audience.ts';
import { looksAfter } from '../groups/groups.ts';
import { NewsHeadHere } from '../news/NewsHeadHere.tsx';
import { isSound } from '../polls/draft.ts';
import { isForSomebody } from '../praise/draft.ts';
import { useConfidential } from '../questions/useConfidential.ts';
import { useWhenWords } from '../scheduled/useWhenWords.ts';
import { lastMomentFor, whenFault } from '../scheduled/when.ts';
import { TranslationPart } from '../translations/TranslationPart.tsx';
import styles from './Composer.module.css';
import { bodyOf, type Draft, hasItsTitle, isBegun, isTaken, keepDraft, postedAt, readableFrom, reopened, requestOf, translated } from './drafts.ts';
import { KindChoice } from './KindChoice.tsx';
import { kindOf, post } from './outbox.ts';
import { useDraft } from './useDraft.ts';
import { canSend } from './writing.ts';
import { WritingArea } from './WritingArea.tsx';

const DraftNote = lazy(async () => ({ default: (await import('../drafts/DraftNote.tsx')).DraftNote }));
const NewsAsks = lazy(async () => ({ default: (await import('../news/NewsAsks.tsx')).NewsAsks }));
const PollFields = lazy(async () => ({ default: (await import('../polls/PollFields.tsx')).PollFields }));
const ScheduleDialog = lazy(async () => ({ default: (await import('../scheduled/ScheduleDialog.tsx')).ScheduleDialog }));

interface Props {
  group: GroupView;
  /// Where one can post from here; more than one in All, where one chooses. Not empty.
  tabs: readonly [TabView, ...TabView[]];
}

/// Where one writes: a line that opens into a sheet, and keeps what was written.
export function Composer({ group, tabs }: Props) {
  const text = useText();
  const [chosen, setChosen] = useState(tabs[0].tab.id);
  const tab = tabs.find((view) => view.tab.id === chosen) ?? tabs[0];
  const [draft, setDraft] = useDraft(tab);
  const [sheet, setSheet] = useState(0);
  const [isOpen, setOpen] = useState(isBegun(draft));
  const [tries, setTries] = useState(0);
  const [triedAt, setTriedAt] = useState(0);
  const [timing, setTiming] = useState<'chosen' | 'refused'>();
  const title = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isAsked = useRef(false);

  // The focus follows what the person did; a draft that is there at the start does not take it.
  const turn = (toOpen: boolean) => {
    isAsked.current = true;
    setOpen(toOpen);
  };
  const open = () => {
    if (!isOpen) setDraft(reopened(draft));
    turn(true);
    (title.current ?? field.current)?.focus();
    return true;
  };
  const close = () => turn(false);
  useCommand('compose', open);
  useEffect(() => {
    if (isAsked.current) (isOpen ? (title.current ?? field.current) : opener.current)?.focus();
  }, [isOpen]);

  const timeZone = useMyself()?.time_zone;
  const whenWords = useWhenWords();
  const other = translated(draft);
  const maySend = canSend(bodyOf(draft)) && (!other || canSend(bodyOf(other)));
  const mayAsk = looksAfter(group, tab);
  const confidential = useConfidential(draft, tab.tab);
  const send = () => {
    if (!maySend) return;
    const now = Date.now();
    const at = postedAt(draft);
    if (at !== undefined && whenFault(at, { now, timeZone, before: lastMomentFor(draft, timeZone) })) {
      setTiming('refused');
      return;
    }
    if (!isComplete(draft, now) || confidential?.isReady === false) {
      setTries(tries + 1);
      setTriedAt(now);
      return;
    }
    post(group.group.id, requestOf(draft, tab.tab.id, now, mayAsk));
    setDraft({ body: '', mark: tab.tab.default_mark });
    setTries(0);
    close();
  };

  // Of another kind nothing has been tried.
  const change = (next: Draft) => {
    if (kindOf(next) !== kindOf(draft)) setTries(0);
    setDraft(next);
  };

  // What one wrote goes along, unless something stands there already: then each stays where it was written.
  const moveTo = (id: number) => {
    if (!isTaken(id)) {
      keepDraft(tab.tab.id, undefined);
      keepDraft(id, draft);
    } else setSheet(sheet + 1);
    setChosen(id);
  };
  const goOnIn = (id: number) => {
    setSheet(sheet + 1);
    setChosen(id);
    turn(true);
  };
  const others = <OtherDrafts tabs={tabs} except={tab.tab.id} onChoose={goOnIn} />;

  const setAt = (at: string | undefined) => {
    const next = { ...draft };
    delete next.at;
    setDraft(at === undefined ? next : { ...next, at });
    setTiming(undefined);
  };

  const visibility = useVisibility(group, tab, draft.mark);
  const about = confidential?.about ?? (tab.needs_approval ? `${text.composer.heldFirst} ${visibility}` : visibility);
  const prompt = text.composer.prompt(tabs.length > 1 ? group.group.name : tab.tab.name);
  const { poll, news, event } = draft;
  const words = {
    update: { body: text.composer.body, prompt, submit: text.composer.submit },
    question: text.questions,
    poll: text.polls,
    praise: text.praise,
    news: text.newsWriting,
    idea: text.ideaWriting,
    event: text.eventWriting,
  }[kindOf(draft)];
  const planned = draft.at === undefined ? undefined : text.scheduling.submit(whenWords(draft.at));
  const submit = confidential?.submit ?? planned ?? (tab.needs_approval ? text.composer.submitHeld : words.submit);
  if (!isOpen) {
    return (
      <div className={styles.line}>
        <ComposerLine opener={opener} onOpen={open}>
          {isBegun(draft) ? text.scheduling.goOn(tab.tab.name) : prompt}
        </ComposerLine>
      </div>
    );
  }
  return (
    <section className={styles.sheet} aria-label={text.composer.label}>
      <KindChoice group={group} tab={tab} draft={draft} sheet={sheet} tries={tries} onChange={change}>
        {tabs.length > 1 && <TabChoice tabs={tabs} chosen={tab.tab.id} onChoose={moveTo} />}
      </KindChoice>
      <WritingArea
        label={words.body}
        placeholder={words.prompt}
        tab={tab.tab.id}
        field={field}
        value={draft}
        onChange={setDraft}
        onSend={send}
        onCancel={close}
        head={
          news ? (
            <NewsHeadHere tab={tab.tab.id} news={news} tries={tries} first={title} onChange={(next) => setDraft({ ...draft, news: next })} />
          ) : (
            event && (
              <EventHeadHere
                event={event}
                tries={tries}
                triedAt={triedAt}
                first={title}
                onChange={(next) => setDraft({ ...draft, event: next })}
              />
            )
          )
        }
        extra={
          <>
            <TranslationPart tab={tab.tab.id} draft={draft} sheet={sheet} tries={tries} about={about} onChange={setDraft} />
            <Suspense>
              {poll && <PollFields poll={poll} tries={tries} from={readableFrom(draft, 0)} onChange={(next) => setDraft({ ...draft, poll: next })} />}
              {news && <NewsAsks news={news} mayAsk={mayAsk} onChange={(next) => setDraft({ ...draft, news: next })} />}
            </Suspense>
          </>
        }
        note={
          <Suspense>
            <DraftNote tab={tab.tab.id} />
          </Suspense>
        }
        about={about}
      >
        <Button onClick={close}>
          {isBegun(draft) ? text.composer.later : text.app.cancel}
        </Button>
        {!draft.confidential && (
          <Button icon={<CalendarClock size={18} aria-hidden />} aria-haspopup="dialog" onClick={() => setTiming('chosen')}>
            {draft.at === undefined ? text.scheduling.later : text.scheduling.another}
          </Button>
        )}
        <Button look="primary" aria-disabled={!maySend} onClick={send}>
          {submit}
        </Button>
      </WritingArea>
      {others}
      {timing && (
        <Suspense>
          <ScheduleDialog
            start={draft.at}
            before={lastMomentFor(draft, timeZone)}
            isTried={timing === 'refused'}
            onChoose={setAt}
            onNow={draft.at === undefined ? undefined : () => setAt(undefined)}
            onClose={() => setTiming(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}

/// Has what its kind takes besides words.
function isComplete(draft: Draft, now: number): boolean {
  const { poll, praise, event } = draft;
  const other = translated(draft);
  const timeZone = currentMe()?.time_zone;
  return (
    (!poll || isSound(poll, now, timeZone)) &&
    (!praise || isForSomebody(praise)) &&
    (!event || isPlanSound(event, { now, timeZone })) &&
    hasItsTitle(draft) &&
    (!other || hasItsTitle(other))
  );
}

interface LineProps {
  opener?: Ref<HTMLButtonElement>;
  onOpen: () => void;
  children: string;
}

/// Looks like what it becomes.
export const ComposerLine = ({ opener, onOpen, children }: LineProps) => (
  <button ref={opener} type="button" className={styles.closed} onClick={onOpen}>
    <PenLine size={18} aria-hidden />
    {children}
  </button>
);

interface ChoiceProps {
  tabs: readonly TabView[];
  chosen: number;
  onChoose: (tab: number) => void;
}

/// The platform's own list: on a phone nothing chooses better.
function TabChoice({ tabs, chosen, onChoose }: ChoiceProps) {
  const text = useText();
  return (
    <label className={styles.where}>
      {text.composer.where}
      <select
        value={chosen}
        onChange={({ target }) => {
          onChoose(Number(target.value));
        }}
      >
        {tabs.map(({ tab }) => (
          <option key={tab.id} value={tab.id}>
            {tab.name}
          </option>
        ))}
      </select>
    </label>
  );
}
