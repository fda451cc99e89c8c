import { type Mention, mentionIn } from '../../src/features/mentions/source.ts';

/// Texts by chance, the same at every run: names of all kinds between words, punctuation and marks.

interface RandomText {
  text: string;
  mentions: Mention[];
  /// Whom it names for certain: by themselves, outside of anything else.
  named: string[];
}

const names = [
  'Jan', 'Jan de Vries', 'Jan de Vries-Bakker', 'Fatma Yıldız', 'José Ángel', 'Jose\u0301', 'Anne-Marie', 'Sinéad O’Brien', "Kees van 't Hof",
  'Zoë (Verkoop)', 'Bo [IT]', 'HR', 'HR Zwolle', 'Marketing & Communicatie', 'Σοφία', '李小龙', 'A_b*c', 'R<d', 'Back\\slash',
];
const words = ['Dag', 'kun je', 'naar', 'vóór 3 nov.', 'ok', '(zie', 'onder)', '**vet**', '_schuin_', '- punt', '> citaat', '# kop', '[x]', '| a | b |'];
const ends = [' ', ' ', ' ', '\n', ', ', '. ', ': ', '? ', '; ', '\n\n'];

export function texts(howMany: number): RandomText[] {
  const chance = chances(20_261_123);
  const oneOf = <Of>(these: readonly Of[]): Of => these[Math.floor(chance() * these.length)] as Of;
  return Array.from({ length: howMany }, () => {
    const mentions: Mention[] = [];
    for (const name of names) {
      if (chance() < 0.5) mentions.push(mentionIn(mentions, name, `${chance() < 0.8 ? 'person' : 'department'}:${mentions.length + 1}`));
    }
    const named: string[] = [];
    let text = '';
    for (let piece = 0; piece < 12; piece++) {
      const mention = chance() < 0.4 ? oneOf(mentions) : undefined;
      text += (mention?.shown ?? oneOf(words)) + oneOf(ends);
      if (mention) named.push(mention.address);
    }
    return { text: text.trim(), mentions, named };
  });
}

/// Numbers from 0 to 1 that follow from a seed (mulberry32).
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
