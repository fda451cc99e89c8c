/// The part of the catalogue about moving and sharing posts, and about hearing of them, that comes later.

export const movesLater = {
  moving: {
    title: 'Verplaats het bericht',
    ofSomebodyElse: 'Dit bericht is van iemand anders. Je verplaatst het alleen naar een plek waar niemand nieuw meeleest.',
    group: 'Naar welke groep?',
    tab: (group: string) => `Waar in ${group}?`,
    choose: 'Kies een plek',
    missing: 'Kies waar het bericht heen gaat.',
    goesAlong: 'Reacties, antwoorden en emoji gaan mee.',
    unpinned: 'Het bericht staat daar niet meer vast.',
    wider: 'Daar lezen mensen mee die dit nu niet kunnen lezen. Zij zien dan ook alle reacties.',
    widerByAuthor: 'Daar lezen mensen mee die dit nu niet kunnen lezen. Alleen wie het schreef, kan het daar zetten.',
    versionsGo: 'Eerdere versies van het bericht verdwijnen.',
    comments: 'Anderen reageerden hier al. Wat zij schreven, is niet voor meer mensen bedoeld. Deel het bericht liever als link.',
    author: 'Wie het schreef, leest daar niet mee.',
    submit: 'Verplaats',
    anyway: 'Toch verplaatsen',
    done: (place: string) => `Het bericht staat nu in ${place}`,
    back: 'Het bericht staat weer waar het stond',
    notBack: 'Het bericht is nog niet terug.',
    failed: 'Verplaatsen lukte niet.',
    needsApproval: 'Daar keurt iemand berichten eerst goed.',
    mayNotPost: 'Je kunt daar niets plaatsen.',
    placeGone: 'Die plek is er niet, of je kunt die niet zien.',
    nowhere: 'Er is geen andere plek waar je iets kunt plaatsen.',
  },

  sharing: {
    title: 'Waar wil je dit delen?',
    hint: 'Je schrijft daar een bericht met de link erin. Alleen wie het bericht al kan lezen, ziet wat erin staat.',
  },

  hearing: {
    title: 'Meldingen',
    own: 'Alleen wat mij aangaat',
    ownHint: 'Als iemand je noemt, op je reageert of iets van je vraagt.',
    every: 'Ook elk nieuw bericht',
    everyHint: 'Je krijgt ook een melding als iemand hier iets plaatst.',
  },
};
