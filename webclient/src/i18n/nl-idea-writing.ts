/// The part of the catalogue about writing an idea that everyone may meet: who begins with one, and what becomes of it on its way.

export const ideaWriting = {
  body: 'Je idee',
  prompt: 'Wat zou beter kunnen?',
  submit: 'Plaats idee',
  withoutTarget: 'Plaats zonder keuze',
};
