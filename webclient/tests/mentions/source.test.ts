import { describe, expect, it } from 'vitest';
import { type Mention, mentionIn, namesTooMany, plainOf, shownOf, sourceOf } from '../../src/features/mentions/source.ts';
import { texts } from './random.ts';

const fatma: Mention = { shown: '@Fatma Yıldız', address: 'person:12' };
const jan: Mention = { shown: '@Jan', address: 'person:1' };
const janDeVries: Mention = { shown: '@Jan de Vries', address: 'person:2' };
const hr: Mention = { shown: '@HR', address: 'department:3' };
const all = [jan, janDeVries, fatma, hr];
const back = (text: string) => sourceOf(text, all);

describe('A text with mentions', () => {
  it('is shown with names, and travels with links', () => {
    const source = 'Dag [@Fatma Yıldız](person:12), vraag het [@HR](department:3).';
    expect(shownOf(source)).toEqual({ text: 'Dag @Fatma Yıldız, vraag het @HR.', mentions: [fatma, hr] });
    expect(sourceOf('Dag @Fatma Yıldız, vraag het @HR.', [fatma, hr])).toBe(source);
  });

  it('goes there and back unchanged, whatever it says and whomever it names', () => {
    for (const { text, mentions } of texts(1_000)) {
      const source = sourceOf(text, mentions);
      const shown = shownOf(source);
      expect(shown.text).toBe(text);
      expect(sourceOf(shown.text, shown.mentions)).toBe(source);
    }
  });

  it('names as many as were put into it', () => {
    for (const { text, mentions, named } of texts(300)) {
      const { mentions: found } = shownOf(sourceOf(text, mentions));
      expect(new Set(found.map(({ address }) => address))).toEqual(new Set(named));
    }
  });

  it('names wherever the name stands by itself, and the longer of two that begin alike', () => {
    expect(back('@Jan de Vries en @Jan de Boer')).toBe('[@Jan de Vries](person:2) en [@Jan](person:1) de Boer');
    expect(back('(@Jan)@HR:@Jan’s')).toBe('([@Jan](person:1))[@HR](department:3):[@Jan](person:1)’s');
  });

  it('names nobody whose name has lost a letter, or has one more before or behind it', () => {
    for (const text of ['@Fatma Yıldı', '@Janneke', 'info@Jan', '2@Jan', '@Jan2', '@Jané', '@Jan\u0301', '@jan', 'Jan']) {
      expect(back(text)).toBe(text);
    }
  });

  it('leaves code as it is', () => {
    for (const text of [
      '`@Jan`',
      '``een ` @Jan``',
      '``een` @Jan`',
      '```\n@Jan\n```',
      '~~~ts\n@Jan\n\n@HR',
      '````\n```\n@Jan\n````',
      '> ```\n> @Jan',
      '- ```\n  @Jan\n  ```',
      '```\n> ```\n@Jan\n```',
      'Zo:\n\n    een\n    @Jan\n\n    @HR',
      '- een\n\ntwee\n\n    @Jan',
    ]) {
      expect(back(text)).toBe(text);
    }
  });

  it('goes on behind code, and where it only looks like it', () => {
    const link = '[@Jan](person:1)';
    for (const text of [
      '`a` @Jan',
      '`a @Jan',
      '\\`a @Jan`',
      '`a\n\n@Jan`',
      '```x``` @Jan',
      '```\na\n```\n@Jan',
      '> ```\n> a\n\n@Jan',
      '- een\n\n    @Jan',
      '- een\n  twee\n\n    @Jan',
      '\n    @Jan',
      'een\n    @Jan',
    ]) {
      expect(back(text)).toBe(text.replace('@Jan', link));
      expect(plainOf(back(text))).toBe(text);
    }
  });

  it('leaves addresses, other links and what is escaped as they are', () => {
    for (const text of ['https://a.nl/@Jan', 'www.a.nl/@Jan', '[zie @Jan](https://a.nl)', '[@Jan](person:9)', '\\@Jan']) {
      expect(back(text)).toBe(text);
    }
  });

  it('makes no picture of a name behind an exclamation mark', () => {
    expect(back('Dag!@Jan')).toBe('Dag\\![@Jan](person:1)');
    expect(plainOf('Dag\\![@Jan](person:1)')).toBe('Dag!@Jan');
  });

  it('escapes what Markdown would read in a name', () => {
    const odd = { shown: '@A[b] *c* _d_ `e` <f> \\g', address: 'person:5' };
    const source = sourceOf(odd.shown, [odd]);
    expect(source).toBe('[@A\\[b\\] \\*c\\* \\_d\\_ \\`e\\` \\<f> \\\\g](person:5)');
    expect(shownOf(source)).toEqual({ text: odd.shown, mentions: [odd] });
  });

  it('that others wrote shows names too', () => {
    expect(plainOf('[Fatma](person:12)')).toBe('@Fatma');
    expect(plainOf('\\[@Fatma](person:12) [@Fatma](person:x) [@Fatma](group:1) [](person:12)')).toBe(
      '\\[@Fatma](person:12) [@Fatma](person:x) [@Fatma](group:1) [](person:12)',
    );
    expect(shownOf('[@Jan](person:1) en [@Jan](person:4)').text).toBe('@Jan en @Jan (2)');
  });

  it('names fifty, and not one more', () => {
    const naming = (most: number) => Array.from({ length: most }, (_, id) => `[@P${id}](person:${id + 1})`).join(' ');
    expect(namesTooMany(`${naming(50)} [@P0](person:1)`)).toBe(false);
    expect(namesTooMany(naming(51))).toBe(true);
  });
});

describe('A second one with the same name', () => {
  it('is shown with what tells them apart', () => {
    expect(mentionIn([jan], 'Jan', 'person:4', 'Verkoop')).toEqual({ shown: '@Jan (Verkoop)', address: 'person:4' });
    expect(mentionIn([jan], 'Jan', 'person:4')).toEqual({ shown: '@Jan (2)', address: 'person:4' });
    const both = [jan, { shown: '@Jan (Verkoop)', address: 'person:4' }];
    expect(mentionIn(both, 'Jan', 'person:5', 'Verkoop').shown).toBe('@Jan (2)');
    expect(mentionIn(both, 'Jan', 'person:1')).toBe(jan);
  });

  it('stays who they are, there and back', () => {
    const both = [jan, mentionIn([jan], 'Jan', 'person:4', 'Verkoop')];
    const source = sourceOf('@Jan en @Jan (Verkoop)', both);
    expect(source).toBe('[@Jan](person:1) en [@Jan (Verkoop)](person:4)');
    expect(shownOf(source)).toEqual({ text: '@Jan en @Jan (Verkoop)', mentions: both });
  });
});
