import { countIn } from './count.ts';

/// The part of the catalogue about questions and their answers.

const { number, count } = countIn('nl-NL');
/// "1,5 uur", and from two on the plural.
const hours = (n: number, one: string, many: string) => `${number.format(n)} ${n < 2 ? one : many}`;

export const questions = {
  to: (whom: string) => `aan ${whom}`,
  unknownDepartment: 'een afdeling',
  waits: 'Wacht op antwoord',
  before: (moment: string) => `Antwoord vóór ${moment}`,
  late: (moment: string) => `Had vóór ${moment} beantwoord moeten zijn`,
  pickedUpBy: (name: string) => `${name} pakt dit op`,
  pickedUpByYou: 'Jij pakt dit op',
  answered: 'Beantwoord',
  accepted: 'Opgelost',
  reopened: (reason: string) => `Opnieuw geopend: ${reason}`,
  pickUp: 'Ik pak dit op',
  takeOver: 'Neem over',
  putDown: 'Toch niet',
  putBack: 'Leg terug',
  sendOn: 'Stuur door naar…',
  merge: 'Voeg samen met…',
  askAgain: 'Open opnieuw…',
  answer: 'Antwoord',
  toAnswer: 'Naar de reactie',
  mark: 'Markeer als antwoord',
  isIt: 'Dit is het antwoord',
  unmark: 'Niet meer het antwoord',
  helps: 'Dit helpt mij',
  notYet: 'Nog niet beantwoord',
  pickedUp: 'Jij pakt deze vraag op',
  isFree: 'Iemand anders kan deze vraag oppakken',
  marked: 'Deze reactie is nu het antwoord',
  isAccepted: 'Je vraag is opgelost',
  unmarked: 'Deze reactie is niet meer het antwoord',
  isReopened: 'Je vraag wacht weer op antwoord',
  isRouted: 'De vraag is doorgestuurd',
  pickUpFailed: 'Oppakken lukte niet.',
  putDownFailed: 'De vraag terugleggen lukte niet.',
  markFailed: 'Het antwoord markeren lukte niet.',
  unmarkFailed: 'De markering weghalen lukte niet.',
  reopenFailed: 'Opnieuw openen lukte niet.',
  routeFailed: 'Doorsturen lukte niet.',
  changedMeanwhile: 'Er is intussen iets veranderd aan de vraag.',

  times: {
    title: (department: string) => `Vragen aan ${department}`,
    usually: (duration: string) => `Antwoordt meestal binnen ${duration}`,
    minutes: (n: number) => count(n, 'minuut', 'minuten'),
    hours: (n: number) => hours(n, 'uur', 'uur'),
    openHours: (n: number) => hours(n, 'openingsuur', 'openingsuren'),
    days: (n: number) => count(n, 'dag', 'dagen'),
    half: (n: number, days: number) => `Dat geldt voor de helft van de laatste ${count(n, 'vraag', 'vragen')}, tot ${count(days, 'dag', 'dagen')} terug.`,
    onlyOpen: 'Alleen openingstijd telt mee.',
  },

  prompt: 'Wat wil je weten?',
  body: 'Je vraag',
  submit: 'Stel de vraag',
  targetGone: 'De dienst of afdeling die je koos, is er niet meer.',
  withoutTarget: 'Stel de vraag zonder keuze',
};
