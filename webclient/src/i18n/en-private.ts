import type { privately as nl } from './nl-private.ts';

/// The part of the catalogue about private questions that everyone may meet: their mark, who reads them, and where they stand.

export const privately: typeof nl = {
  list: 'Questions',
  mark: 'Private question',
  you: 'you',
  desk: (department) => `the desk of ${department}`,
  readers: (desk, who, ownsService) => `${desk}${ownsService ? ', the owner of the service' : ''} and ${who}`,
  only: (readers) => `only ${readers}`,
  about: (readers) => `Only ${readers} read this.`,
  comment: (readers) => `Write a comment. Only ${readers} read it.`,
  forNobody: 'Nobody is chosen yet to read your question.',
  submit: 'Ask privately',
  asked: 'Your private question is asked. You find it again at Questions.',
  show: 'See your question',
  notAny: 'Only a question can be private. Everyone who reads here reads this.',
};
