import { Link } from '@tanstack/react-router';
import { useLaterText } from '../../i18n/text.tsx';
import type { Question } from '../../protocol/generated.ts';
import { isMerged } from './question.ts';

/// In a list: that it was merged with another question, which it leads to, or how many others it answers as well. Nothing
/// when neither is so.
export function Merged({ question }: { question: Question }) {
  const { merging } = useLaterText();
  if (!isMerged(question)) return <AlsoAsked question={question} />;
  return (
    <span>
      <Link to="/p/$post" params={{ post: String(question.merged_into) }}>
        {merging.intoAnother}
      </Link>
    </span>
  );
}

/// "Ook gevraagd door 3 collega's"
export function AlsoAsked({ question: { merged } }: { question: Question }) {
  const { merging } = useLaterText();
  return merged > 0 && <span>{merging.also(merged)}</span>;
}
