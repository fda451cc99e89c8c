import { useText } from '../../i18n/text.tsx';
import type { Question } from '../../protocol/generated.ts';
import { useReaders } from '../questions/useReaders.ts';
import { CommentField, type CommentFieldProps } from './CommentField.tsx';

/// Where one writes below a question that only some may read: it says who.
export function ConfidentialField({ question, ...props }: Omit<CommentFieldProps, 'label'> & { question: Question }) {
  const { privately } = useText();
  return <CommentField {...props} label={privately.comment(useReaders(question, props.post.author))} />;
}
