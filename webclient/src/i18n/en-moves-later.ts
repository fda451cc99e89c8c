import type { movesLater as nl } from './nl-moves-later.ts';

/// The part of the catalogue about moving and sharing posts, and about hearing of them, that comes later, in English.

export const movesLater: typeof nl = {
  moving: {
    title: 'Move the post',
    ofSomebodyElse: 'Somebody else wrote this post. You can only move it to a place where nobody new reads along.',
    group: 'To which group?',
    tab: (group) => `Where in ${group}?`,
    choose: 'Choose a place',
    missing: 'Choose where the post goes.',
    goesAlong: 'Comments, answers and emoji go along.',
    unpinned: 'The post is not pinned there any more.',
    wider: 'People read along there who cannot read this now. They will see all comments too.',
    widerByAuthor: 'People read along there who cannot read this now. Only its author can put it there.',
    versionsGo: 'Earlier versions of the post disappear.',
    comments: 'Others have commented here already. What they wrote is not meant for more people. Rather share the post as a link.',
    author: 'Its author does not read there.',
    submit: 'Move',
    anyway: 'Move anyway',
    done: (place) => `The post is now in ${place}`,
    back: 'The post is back where it was',
    notBack: 'The post is not back yet.',
    failed: 'It could not be moved.',
    needsApproval: 'Somebody approves posts there first.',
    mayNotPost: 'You cannot post there.',
    placeGone: 'That place is not there, or you cannot see it.',
    nowhere: 'There is no other place where you can post.',
  },

  sharing: {
    title: 'Where do you want to share this?',
    hint: 'You write a post there with the link in it. Only those who can read the post already see what it says.',
  },

  hearing: {
    title: 'Notifications',
    own: 'Only what concerns me',
    ownHint: 'When somebody mentions you, replies to you or asks you something.',
    every: 'Every new post too',
    everyHint: 'You also get a notification when somebody posts here.',
  },
};
