import type { privatelyLater as nl } from './nl-private-later.ts';

/// The part of the catalogue about private questions that comes later: the choice who reads one, and the lists of questions.

export const privatelyLater: typeof nl = {
  whoReads: {
    label: 'Who may read this?',
    everyone: 'Everyone who reads here',
    private: (desk) => `Private: only ${desk} and you`,
    anyDesk: 'the desk',
    protects: (department) =>
      `The desk is whoever works in ${department} or heads it. Others, administrators too, do not read it, and it is not in the overview of the group.`,
    protectsAnyhow: 'Others, administrators too, do not read it, and it is not in the overview of the group.',
    ownerToo: 'The owner of the service reads it too.',
    needsDesk: 'Choose a service or department, and you can ask your question privately as well.',
    nobody: 'Your question is still private, but there is nobody whom you ask. Choose a service or department above, or let everyone read it.',
  },

  privateRefused: {
    chooseAnew: 'Choose another department',
    title: 'Whom do you ask?',
    hint: 'Your question stays private. Whoever works in this department or heads it reads it.',
  },

  privateRoute: 'The question is private. Whoever gets it reads all comments too. Whoever has it now cannot open it any more.',

  questionsPage: {
    lead: 'Questions to a service or department, private ones too.',
    which: 'Which questions?',
    lists: { own: 'My questions', desk: 'For my desk' },
    none: {
      own: { title: 'You have not asked anything yet.', hint: 'Ask a question in one of your groups, for everyone or privately. You find it again here.' },
      desk: { title: 'There are no questions for your desk.', hint: 'When somebody asks your department a question, you see it here at once.' },
    },
    toGroups: 'To your groups',
    older: 'Older questions',
    loadingOlder: 'Fetching older questions…',
    olderFailed: 'Older questions could not be fetched.',
  },
};
