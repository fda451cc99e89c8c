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
type Aside = Required<Omit<Draft, 'body' | 'mark' | 'at' | 'event'>> & { event?: EventDraft };

interface Props {
  group: GroupView;
  tab: TabView;
  draft: Draft;
  /// How often one has tried to send what is not complete.
  tries: number;
  onChange: (draft: Draft) => void;
  /// Where it is posted, when there is a choice: it comes before what depends on it.
  children: ReactNode;
}

/// The first choice of who writes: a post, a question, an idea, a poll, praise, news or an event; and of a question what it is
/// about, of an idea and of praise whom it is for. Guests bring no news.
export function KindChoice({ group, tab, draft, tries, onChange, children }: Props) {
  const text = useText();
  const { body, mark, at, ...part } = draft;
  const words = { body, mark, ...(at !== undefined && { at }) };
  const { question, confidential = false, praise, idea } = part;
  // What one could choose from is work: whoever looks at another kind finds it again.
  const [aside, setAside] = useState<Aside>({ question: toNobody, confidential: false, poll: emptyPoll, praise: forNobody, news: emptyNews, idea: toNobody });
  const turn = (kind: PostKind) => {
    setAside({ ...aside, ...part });
    const terms = { now: Date.now(), timeZone: currentMe()?.time_zone };
    const drafts = {
      update: words,
      question: { ...words, question: aside.question, confidential: aside.confidential },
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
            // What only a desk reads has no time of its own.
            onChange={(target, isConfidential) => onChange({ ...(isConfidential ? { body, mark } : words), question: target, confidential: isConfidential })}
          />
        </Suspense>
      )}
      {!question && aside.confidential && <Note tone="info">{text.privately.notAny}</Note>}
      {idea && (
        <Suspense>
          <IdeaField tab={tab} value={idea} onChange={(target) => onChange({ ...words, idea: target })} />
        </Suspense>
      )}
      {praise && (
        <Suspense>
          <PraiseField tab={tab.tab.id} value={praise} tries={tries} onChange={(next) => onChange({ ...words, praise: next })} />
        </Suspense>
      )}
    </>
  );
}
