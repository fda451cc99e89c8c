import { countIn } from './count.ts';
import type { questions as nl } from './nl-questions.ts';

/// The part of the catalogue about questions and their answers.

const { count } = countIn('en-GB');

export const questions: typeof nl = {
  to: (whom) => `to ${whom}`,
  unknownDepartment: 'a department',
  waits: 'Awaits an answer',
  before: (moment) => `Answer before ${moment}`,
  late: (moment) => `An answer was due before ${moment}`,
  pickedUpBy: (name) => `${name} picks this up`,
  pickedUpByYou: 'You pick this up',
  answered: 'Answered',
  accepted: 'Solved',
  reopened: (reason) => `Reopened: ${reason}`,
  pickUp: 'I’ll pick this up',
  takeOver: 'Take over',
  putDown: 'Rather not',
  putBack: 'Put back',
  sendOn: 'Send on to…',
  merge: 'Merge with…',
  askAgain: 'Reopen…',
  answer: 'Answer',
  toAnswer: 'To the comment',
  mark: 'Mark as the answer',
  isIt: 'This is the answer',
  unmark: 'No longer the answer',
  helps: 'This helps me',
  notYet: 'Not answered yet',
  pickedUp: 'You pick this question up',
  isFree: 'Somebody else can pick this question up',
  marked: 'This comment is now the answer',
  isAccepted: 'Your question is solved',
  unmarked: 'This comment is no longer the answer',
  isReopened: 'Your question awaits an answer again',
  isRouted: 'The question has been sent on',
  pickUpFailed: 'Picking it up failed.',
  putDownFailed: 'Putting the question back failed.',
  markFailed: 'Marking the answer failed.',
  unmarkFailed: 'Taking the mark away failed.',
  reopenFailed: 'Reopening failed.',
  routeFailed: 'Sending it on failed.',
  changedMeanwhile: 'Something about the question has changed meanwhile.',

  times: {
    title: (department) => `Questions to ${department}`,
    usually: (duration) => `Usually answers within ${duration}`,
    minutes: (n) => count(n, 'minute', 'minutes'),
    hours: (n) => count(n, 'hour', 'hours'),
    openHours: (n) => count(n, 'opening hour', 'opening hours'),
    days: (n) => count(n, 'day', 'days'),
    half: (n, days) => `True for half of the last ${count(n, 'question', 'questions')}, up to ${count(days, 'day', 'days')} back.`,
    onlyOpen: 'Only opening hours count.',
  },

  prompt: 'What would you like to know?',
  body: 'Your question',
  submit: 'Ask the question',
  targetGone: 'The service or department that you chose is there no more.',
  withoutTarget: 'Ask without a choice',
};
