import type { scheduling as nl } from './nl-scheduled.ts';

/// The part of the catalogue about drafts and posts for later that everyone may meet: in the composer, and the way to them.

export const scheduling: typeof nl = {
  nav: { drafts: 'Drafts', scheduled: 'Scheduled' },
  goOn: (tab) => `Go on with your draft in ${tab}`,
  later: 'Post later',
  another: 'Another time',
  moment: (day, time) => `${day} at ${time}`,
  submit: (when) => `Post on ${when}`,
  sending: 'Being scheduled…',
};
