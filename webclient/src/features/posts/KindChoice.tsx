import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Note } from '../../design/Note.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Addressee, GroupView, PostKind, TabView } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { type EventDraft, newEvent, renewed } from '../calendar/plan.ts';
import { emptyNews } from '../news/draft.ts';
import { emptyPoll } from '../polls/draft.ts';
import { forNobody } from '../praise/draft.ts';
import type { Draft } from './drafts.ts';
import { kindOf } from './outbox.ts';

const QuestionField = lazy(async () => ({ default: (await import('../questions/QuestionField.tsx')).QuestionField }));
const IdeaField = lazy(async () => ({ default: (await import('../ideas/IdeaField.tsx')).IdeaField }));
const PraiseField = lazy(async () => ({ default: (await import('../praise/PraiseField.tsx')).PraiseField }));

const kinds: readonly PostKind[] = ['update', 'question', 'idea', 'news', 'event', 'poll', 'praise'];

const toNobody: Addressee = {};

/// On a phone the first choices are a post and a question.
const first = 2;

/// An event begins some time from now: there is none before somebody asks for one.
type Aside = Required<Omit<Draft, 'body' | 'mark' | 'at' | 'event' | 'confidential' | 'askedPrivately' | 'translation'>> & { event?: EventDraft };

const nothing: Aside = { question: toNobody, poll: emptyPoll, praise: forNobody, news: emptyNews, idea: toNobody };

interface Props {
  group: GroupView;
  tab: TabView;
  draft: Draft;
  /// Which text it is: another one that one goes on with has choices of its own.
  sheet: number;
  /// How often one has tried to send what is not complete.
  tries: number;
  onChange: (draft: Draft) => void;
  /// Where it is posted, when there is a choice: it comes before what depends on it.
  children: ReactNode;
}

/// The first choice of who writes: a post, a question, an idea, a poll, praise, news or an event; and of a question what it is
/// about, of an idea and of praise whom it is for. Guests bring no news.
export function KindChoice({ group, tab, draft, sheet, tries, onChange, children }: Props) {
  const text = useText();
  const { body, mark, at, askedPrivately, confidential = false, translation, ...part } = draft;
  const { question, praise, idea } = part;
  const said = { body, mark, ...(translation && { translation }) };
  // What one could choose from is work: whoever looks at another kind finds it again.
  const [held, setHeld] = useState({ sheet, aside: nothing });
  const aside = held.sheet === sheet ? held.aside : nothing;
  const turn = (kind: PostKind) => {
    setHeld({ sheet, aside: { ...aside, ...part } });
    // That it was private is kept with the words: it never turns into what everyone reads without a word.
    const asked = confidential ? question : askedPrivately;
    const words = { ...said, ...(at !== undefined && { at }), ...(asked && { askedPrivately: asked }) };
    const terms = { now: Date.now(), timeZone: currentMe()?.time_zone };
    const drafts = {
      update: words,
      // What only a desk reads has no time of its own.
      question: asked ? { ...said, question: asked, confidential: true } : { ...words, question: aside.question, confidential: false },
      poll: { ...words, poll: aside.poll },
      praise: { ...words, praise: aside.praise },
      news: { ...words, news: aside.news },
      idea: { ...words, idea: aside.idea },
      event: { ...words, event: aside.event ? renewed(aside.event, terms) : newEvent(terms.now, terms.timeZone) },
    };
    onChange(drafts[kind]);
  };
  return (
    <>
      <Segmented<PostKind>
        label={text.composer.kind}
        first={first}
        value={kindOf(draft)}
        choices={kinds.filter((kind) => kind !== 'news' || group.role !== 'guest').map((kind) => [kind, text.composer.kinds[kind]] as const)}
        onChange={turn}
      />
      {children}
      {question && (
        <Suspense>
          <QuestionField
            group={group}
            tab={tab}
            value={question}
            isConfidential={confidential}
            tries={tries}
            onChange={(target, isConfidential) =>
              onChange({ ...said, ...(!isConfidential && at !== undefined && { at }), question: target, confidential: isConfidential })
            }
          />
        </Suspense>
      )}
      {!question && askedPrivately && <Note tone="info">{text.privately.notAny}</Note>}
      {idea && (
        <Suspense>
          <IdeaField tab={tab} value={idea} onChange={(target) => onChange({ ...draft, idea: target })} />
        </Suspense>
      )}
      {praise && (
        <Suspense>
          <PraiseField tab={tab.tab.id} value={praise} tries={tries} onChange={(next) => onChange({ ...draft, praise: next })} />
        </Suspense>
      )}
    </>
  );
}
