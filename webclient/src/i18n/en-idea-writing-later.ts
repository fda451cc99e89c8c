import type { ideaWritingLater as nl } from './nl-idea-writing-later.ts';

/// The part of the catalogue about ideas that comes later: for whom one is, and which ones a department has.

export const ideaWritingLater: typeof nl = {
  ideaField: {
    label: 'Who is it for?',
    example: 'For example: HR, canteen, planning',
    decides: (department) => `${department} decides on your idea.`,
    otherwise: (department) => `If you choose nothing, ${department} decides.`,
    byGroup: 'If you choose nothing, an owner or moderator of this group decides.',
    gone: 'The service or department that you chose is not there any more. Choose another, or leave it empty.',
  },

  ideaFor: (whom) => `for ${whom}`,

  departmentIdeas: {
    title: 'Ideas',
    which: 'Which ideas?',
    parts: { open: 'Open', ended: 'Done and declined' },
    none: {
      open: 'No ideas that you can read are open.',
      ended: 'No idea that you can read has been done or declined yet.',
    },
    unheard: 'Not heard yet',
  },
};
