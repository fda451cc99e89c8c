import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Segmented } from '../../design/Segmented.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostKind, TabView } from '../../protocol/generated.ts';
import { emptyPoll } from '../polls/draft.ts';
import type { Draft } from './drafts.ts';
import { kindOf } from './outbox.ts';

const QuestionField = lazy(async () => ({ default: (await import('../questions/QuestionField.tsx')).QuestionField }));

interface Props {
  tab: TabView;
  draft: Draft;
  onChange: (draft: Draft) => void;
  /// Where it is posted, when there is a choice: it comes before what depends on it.
  children: ReactNode;
}

/// The first choice of who writes: a post, a question or a poll; and of a question, what it is about.
export function KindChoice({ tab, draft, onChange, children }: Props) {
  const text = useText();
  const { body, mark, question, poll } = draft;
  // What one could choose from is work: whoever looks at another kind finds it again.
  const [aside, setAside] = useState(emptyPoll);
  const turn = (kind: PostKind) => {
    if (poll) setAside(poll);
    const words = { body, mark };
    onChange({ update: words, question: { ...words, question: {} }, poll: { ...words, poll: aside } }[kind]);
  };
  return (
    <>
      <Segmented<PostKind>
        label={text.composer.kind}
        value={kindOf(draft)}
        choices={[
          ['update', text.composer.kinds.update],
          ['question', text.composer.kinds.question],
          ['poll', text.composer.kinds.poll],
        ]}
        onChange={turn}
      />
      {children}
      {question && (
        <Suspense>
          <QuestionField
            tab={tab}
            value={question}
            onChange={(target) => onChange({ body, mark, question: target })}
          />
        </Suspense>
      )}
    </>
  );
}
