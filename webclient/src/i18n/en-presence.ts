import type { presence as nlPresence, wholeGroup as nlWholeGroup } from './nl-presence.ts';

/// The part of the catalogue about who is there, and about following a whole group, that everyone meets, in English.

export const presence: typeof nlPresence = {
  online: 'Online',
  away: 'Away',
  do_not_disturb: (until) => `Do not disturb until ${until}`,
  on_leave: (until) => `On leave until ${until}`,
  yours: 'Your presence',
  end: { do_not_disturb: 'I can be disturbed again', on_leave: 'I am back' },
  failed: 'That did not work. Others see nothing new of you.',
};

export const wholeGroup: typeof nlWholeGroup = { mixed: 'Differs by part' };
