import { api } from '../../protocol/client.ts';
import type { ListOpenQuestions } from '../../protocol/generated.ts';
import { postList } from '../posts/postList.ts';
import { isMerged, isOpen, withQuestion } from './question.ts';

/// The open questions to a department that this person may read. Answered, merged, or sent on to another department, one
/// is open there no more.
export const openQuestionsQuery = postList<ListOpenQuestions>({
  key: ['department posts', 'open questions'],
  read: (which) => api.listOpenQuestions(which),
  told: (event) => (event.type === 'question.changed' ? { post: event.data.post, made: { question: event.data.question } } : undefined),
  withMade: (view, { question }) => (question ? withQuestion(view, question) : view),
  belongs: ({ question }, { department }) => question !== undefined && isOpen(question) && !isMerged(question) && question.department === department,
});
