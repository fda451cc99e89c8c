import { api } from '../../protocol/client.ts';
import { departmentList, type Of } from '../departments/postList.ts';
import { isOpen, withQuestion } from './question.ts';

/// The open questions to a department that this person may read. Answered, or sent on to another department, one is open
/// there no more.
export const openQuestionsQuery = departmentList<Of>({
  name: 'open questions',
  read: (which) => api.listOpenQuestions(which),
  told: (event) => (event.type === 'question.changed' ? { post: event.data.post, made: { question: event.data.question } } : undefined),
  withMade: (view, { question }) => (question ? withQuestion(view, question) : view),
  belongs: ({ question }, { department }) => question !== undefined && isOpen(question) && question.department === department,
});
