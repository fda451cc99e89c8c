/// The part of the catalogue about who is there, and about following a whole group, that everyone meets; what one chooses
/// there stands in `nl-presence-later.ts`.

export const presence = {
  online: 'Beschikbaar',
  away: 'Even weg',
  do_not_disturb: (until: string) => `Niet storen tot ${until}`,
  on_leave: (until: string) => `Met verlof tot ${until}`,
  yours: 'Je aanwezigheid',
  end: { do_not_disturb: 'Je mag me weer storen', on_leave: 'Ik ben er weer' },
  failed: 'Dat lukte niet. Anderen zien niets nieuws van je.',
};

export const wholeGroup = { mixed: 'Verschilt per onderdeel' };
