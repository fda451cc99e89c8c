/// The part of the catalogue about drafts and posts for later that everyone may meet: in the composer, and the way to them.

export const scheduling = {
  nav: { drafts: 'Concepten', scheduled: 'Ingepland' },
  goOn: (tab: string) => `Verder met je concept in ${tab}`,
  later: 'Later plaatsen',
  another: 'Ander moment',
  moment: (day: string, time: string) => `${day} om ${time}`,
  submit: (when: string) => `Plaats op ${when}`,
  sending: 'Wordt ingepland…',
};
