import type { presenceLater as nl } from './nl-presence-later.ts';

/// The part of the catalogue about one's own presence, and about following a whole group, that comes later, in English.

export const presenceLater: typeof nl = {
  ownPresence: {
    show: 'Show that you are here',
    showHint: 'Others then see beside your name whether you are here, or away. Plein does not keep when you were here.',
    hidden: 'Nobody sees now whether you are here.',
    now: 'Others see this now:',
    doNotDisturb: 'Do not disturb',
    doNotDisturbHint: 'Others see that you do not want to be disturbed now. You still get notifications.',
    hour: '1 hour',
    today: (time) => `Until ${time}`,
    tomorrow: (time) => `Until tomorrow ${time}`,
    ownTime: 'Choose yourself',
    until: 'Do not disturb until',
    leave: 'On leave',
    back: 'First day that you are back',
    set: 'Set',
    faults: {
      missing: 'Choose a day and a time.',
      missingDay: 'Choose a day.',
      past: 'Choose a moment that is still to come.',
      far: 'Choose a moment within a year.',
    },
  },

  followGroup: {
    hint: 'This is for all parts that you read here.',
    title: 'The whole group',
    choices: { all: 'Every post', own: 'Only what concerns me', none: 'Nothing' },
    hints: {
      all: 'Everything stands on Home, and you get a notification of each new post.',
      own: 'Everything stands on Home. You get a notification when somebody mentions you, answers you or asks something of you.',
      none: 'Not on Home and no notifications. A dot tells that something is new.',
    },
    done: {
      all: (group) => `You follow all parts of ${group}, with a notification of each post`,
      own: (group) => `You follow all parts of ${group}`,
      none: (group) => `All parts of ${group} are muted`,
    },
    notBack: 'Not every part is as it was.',
  },
};
