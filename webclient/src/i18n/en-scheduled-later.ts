import { countIn } from './count.ts';
import type { scheduledLater as nl } from './nl-scheduled-later.ts';

/// The part of the catalogue about drafts and posts for later that comes later: choosing a moment, and the pages of both.

const { count } = countIn('en-GB');

export const scheduledLater: typeof nl = {
  drafts: {
    title: 'Drafts',
    lead: 'What you began to write. Only you can see it, on all your devices.',
    saved: { everywhere: 'Draft saved', here: 'Saved on this device' },
    savedHint: 'You will find this draft on your other devices too.',
    apart: 'Another device has a different draft.',
    privateThere: 'That draft is a private question. What stands here is not.',
    privateHere: 'What stands here is a private question. That draft is not.',
    view: 'View',
    foreign: 'Another device has a draft that this device cannot show. Reload the page, or keep what is here.',
    take: 'Use that one',
    keep: 'Keep this one',
    taken: 'This is the draft from your other device.',
    goOnHere: 'Go on',
    goOnIn: (place) => `Go on with your draft in ${place}`,
    copyIn: (place) => `Copy the text of your draft in ${place}`,
    throwAwayIn: (place) => `Discard: your draft in ${place}`,
    thrownAway: 'Your draft is gone.',
    empty: 'You have no drafts.',
    emptyHint: 'When you begin a post and leave, you will find it here.',
  },

  scheduleDialog: {
    hint: 'Until then nobody can see your post.',
    when: 'When?',
    own: 'Another moment',
    now: 'Now after all',
    choose: 'Choose this moment',
    made: (when) => `Scheduled for ${when}. You will find it in your menu, under Scheduled.`,
    full: 'You have already scheduled 50 posts. Choose Don’t post for one of them first.',
    chooseAnew: 'Choose a new moment…',
  },

  whenField: {
    label: 'Day and time',
    faults: {
      missing: 'Choose a day and a time.',
      past: 'Choose a moment that is still to come.',
      far: 'Choose a moment within a year.',
      late: 'Choose an earlier moment: by then the event has begun, or the poll is closed.',
    },
    refused: 'This moment is no longer possible. Choose one that is still to come, within a year.',
  },

  scheduled: {
    title: 'Scheduled',
    lead: 'Posts that you publish later. Until then nobody knows of them.',
    empty: 'You have scheduled nothing.',
    emptyHint: 'Choose Post later when you write, and your post waits here for its time.',
    failed: 'Not posted',
    wasFor: (when) => `scheduled for ${when}`,
    why: 'This could not be posted at that time. Nobody has read it. Check whether it is all still right.',
    pollOver: 'The poll would be closed already. Turn it back into a draft and choose until when people can vote.',
    eventOver: 'The event is over already. Turn it back into a draft and choose a new day.',
    whyNotHere: 'You may not post here any more, or the group was archived. Nobody has read this.',
    anew: 'Choose a new moment',
    now: 'Post now',
    cancel: 'Don’t post',
    cancelled: 'Your post is no longer scheduled.',
    toDraft: 'Back to draft',
    isDraft: 'Your post is a draft again.',
    draftStands: (tab) => `There is another draft in ${tab}, so your post stays scheduled.`,
    draftFirst: (tab) => `There is another draft in ${tab}. Post or discard that one first.`,
    show: 'View scheduled',
    cancelling: {
      title: 'Discard this post?',
      hint: (tab) => `There is another draft in ${tab}, so this post cannot become a draft again: after this you can only copy its text.`,
      act: 'Discard',
    },
    published: 'Your post is there.',
    publishedMeanwhile: 'Your post was published or cancelled meanwhile.',
    gone: 'This post was published or cancelled meanwhile.',
    mayNot: 'You may not post here now.',
    waiting: (n) => `${count(n, 'scheduled post', 'scheduled posts')} of yours ${n === 1 ? 'was' : 'were'} not posted`,
  },
};
