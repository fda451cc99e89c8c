/// The part of the catalogue about private questions that comes later: the choice who reads one, and the lists of questions.

export const privatelyLater = {
  whoReads: {
    label: 'Wie mag dit lezen?',
    everyone: 'Iedereen die hier meeleest',
    private: (desk: string) => `Privé: alleen ${desk} en jij`,
    anyDesk: 'de servicedesk',
    protects: (department: string) =>
      `De servicedesk is wie bij ${department} werkt of die afdeling leidt. Anderen, ook beheerders, lezen het niet, en het staat niet in het overzicht van de groep.`,
    protectsAnyhow: 'Anderen, ook beheerders, lezen het niet, en het staat niet in het overzicht van de groep.',
    ownerToo: 'De eigenaar van de dienst leest ook mee.',
    needsDesk: 'Kies een dienst of afdeling, dan kun je je vraag ook privé stellen.',
    nobody: 'Je vraag is nog privé, maar er is niemand aan wie je hem stelt. Kies hierboven een dienst of afdeling, of laat iedereen meelezen.',
  },

  privateRefused: {
    chooseAnew: 'Kies een andere afdeling',
    title: 'Aan wie stel je je vraag?',
    hint: 'Je vraag blijft privé. Wie bij deze afdeling werkt of die leidt, leest hem.',
  },

  privateRoute: 'De vraag is privé. Wie hem krijgt, leest ook alle reacties. Wie hem nu heeft, kan er niet meer bij.',

  questionsPage: {
    lead: 'Vragen aan een dienst of afdeling, ook privévragen.',
    which: 'Welke vragen?',
    lists: { own: 'Mijn vragen', desk: 'Voor mijn servicedesk' },
    none: {
      own: { title: 'Je hebt nog niets gevraagd.', hint: 'Stel een vraag in een van je groepen, voor iedereen of privé. Je vindt hem hier terug.' },
      desk: { title: 'Er zijn geen vragen voor je servicedesk.', hint: 'Stelt iemand je afdeling een vraag, dan zie je die hier meteen.' },
    },
    toGroups: 'Naar je groepen',
    older: 'Oudere vragen',
    loadingOlder: 'Oudere vragen ophalen…',
    olderFailed: 'Het lukte niet om oudere vragen op te halen.',
  },
};
