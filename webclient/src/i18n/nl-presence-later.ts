/// The part of the catalogue about one's own presence, and about following a whole group, that comes later.

export const presenceLater = {
  ownPresence: {
    show: 'Laat zien dat je er bent',
    showHint: 'Anderen zien dan bij je naam of je er bent, of even weg bent. Plein bewaart niet wanneer je er was.',
    hidden: 'Nu ziet niemand of je er bent.',
    now: 'Dit zien anderen nu:',
    doNotDisturb: 'Niet storen',
    doNotDisturbHint: 'Anderen zien dat je nu niet gestoord wilt worden. Je krijgt wel meldingen.',
    hour: '1 uur',
    today: (time: string) => `Tot ${time}`,
    tomorrow: (time: string) => `Tot morgen ${time}`,
    ownTime: 'Zelf kiezen',
    until: 'Niet storen tot',
    leave: 'Met verlof',
    back: 'Eerste dag dat je er weer bent',
    set: 'Stel in',
    faults: {
      missing: 'Kies een dag en een tijd.',
      missingDay: 'Kies een dag.',
      past: 'Kies een moment dat nog komt.',
      far: 'Kies een moment binnen een jaar.',
    },
  },

  followGroup: {
    hint: 'Dit geldt voor alle onderdelen die jij hier leest.',
    title: 'De hele groep',
    choices: { all: 'Elk bericht', own: 'Alleen wat mij aangaat', none: 'Niets' },
    hints: {
      all: 'Alles staat op Start, en je krijgt een melding bij elk nieuw bericht.',
      own: 'Alles staat op Start. Je krijgt een melding als iemand je noemt, op je reageert of iets van je vraagt.',
      none: 'Niet op Start en geen meldingen. Een stip zegt dat er iets nieuws is.',
    },
    done: {
      all: (group: string) => `Je volgt alle onderdelen van ${group}, met een melding bij elk bericht`,
      own: (group: string) => `Je volgt alle onderdelen van ${group}`,
      none: (group: string) => `Alle onderdelen van ${group} zijn gedempt`,
    },
    notBack: 'Niet elk onderdeel is weer zoals het was.',
  },
};
