/// The part of the catalogue about ideas that comes later: for whom one is, and which ones a department has.

export const ideaWritingLater = {
  ideaField: {
    label: 'Voor wie is je idee?',
    example: 'Bijvoorbeeld: HR, kantine, planning',
    decides: (department: string) => `${department} beslist over je idee.`,
    otherwise: (department: string) => `Kies je niets, dan beslist ${department}.`,
    byGroup: 'Kies je niets, dan beslist een eigenaar of moderator van deze groep.',
    gone: 'De dienst of afdeling die je koos, is er niet meer. Kies een andere, of laat het leeg.',
  },

  ideaFor: (whom: string) => `voor ${whom}`,

  departmentIdeas: {
    title: 'Ideeën',
    which: 'Welke ideeën?',
    parts: { open: 'Open', ended: 'Gedaan en niet gedaan' },
    none: {
      open: 'Er staan geen ideeën open die jij kunt lezen.',
      ended: 'Er is nog geen idee gedaan of afgewezen dat jij kunt lezen.',
    },
    unheard: 'Nog niet gehoord',
  },
};
