import { lazy, type ReactNode, Suspense } from 'react';
import { Segmented } from '../../design/Segmented.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostKind, QuestionTarget, TabView } from '../../protocol/generated.ts';

const QuestionField = lazy(async () => ({ default: (await import('./QuestionField.tsx')).QuestionField }));

interface Props {
  tab: TabView;
  /// What the question is about; nothing while it is a plain post.
  question: QuestionTarget | undefined;
  onChange: (question: QuestionTarget | undefined) => void;
  /// Where it is posted, when there is a choice: it comes before what depends on it.
  children: ReactNode;
}

/// The first choice of who writes: a post or a question; and of a question, what it is about.
export function KindChoice({ tab, question, onChange, children }: Props) {
  const text = useText();
  return (
    <>
      <Segmented<PostKind>
        label={text.questions.kind}
        value={question ? 'question' : 'update'}
        choices={[
          ['update', text.questions.kinds.update],
          ['question', text.questions.kinds.question],
        ]}
        onChange={(kind) => onChange(kind === 'question' ? {} : undefined)}
      />
      {children}
      {question && (
        <Suspense>
          <QuestionField tab={tab} value={question} onChange={onChange} />
        </Suspense>
      )}
    </>
  );
}
