/// The part of the catalogue about writing a post in two languages, and about previews of links, that comes later.

export const translationsLater = {
  translating: {
    add: 'Vertaling toevoegen',
    edit: 'Vertaling aanpassen',
    remove: 'Vertaling weghalen',
    above: 'De tekst hierboven is in het',
    languages: { nl: 'Nederlands', en: 'Engels' },
    text: { nl: 'Je tekst in het Nederlands', en: 'Je tekst in het Engels' },
    readers: { nl: 'Wie Plein in het Nederlands gebruikt, leest deze tekst.', en: 'Wie Plein in het Engels gebruikt, leest deze tekst.' },
    drop: { nl: 'Toch niet in het Nederlands', en: 'Toch niet in het Engels' },
    removed: 'De vertaling is weg',
    removeFailed: 'De vertaling weghalen lukte niet.',
    removeUnknown: 'Geen antwoord. We weten niet zeker of de vertaling weg is en kijken het na.',
    back: 'De vertaling staat er weer',
    notBack: 'De vertaling terugzetten lukte niet.',
    notBackStale: 'Je hebt het bericht intussen aangepast. De vertaling hoort er niet meer bij.',
  },

  previews: {
    hide: 'Voorbeeld verbergen',
    hidden: 'Het voorbeeld is verborgen op dit apparaat',
  },
};
