import { describe, expect, it } from 'vitest';
import { composeNews, leadOf, splitNews } from '../../src/features/news/source.ts';
import { titleOf } from '../../src/features/titles/titledSource.ts';

const odd = [
  '1. erste', '1) erste', '12. zwölf', '1986. Een jaar', '1.', '# x', '###### x', '#', '##', '# # #', 'C #', 'C \\#', 'C#', '***', '* * *', '---', '___', '_ _ _', '> q', '>q', 'a\nb', 'a\n\nb',
  '- ', '- x', '-', '+ x', '* x', '*x*', '**vet**', '```', '```js', '````', '```code``` x', '~~~', '~~~ x', '~~weg~~', '| a |', '| a |\n|---|', 'a | b\n--- | ---', 'a\n:-:', 'a\n:--', 'a\n|-', 'a\n===', 'a\n---', 'a\n-', '===', '=',
  'x #', 'x ##', 'x \\#', 'x \\\\#', '\\', '\\\\', '\\# x', '\\\\# x', '\\- x', '1\\. x', '1\\\\. x', '\\1. x', 'x\\', '\\\n# x', '\\|-|', '<div>', '</p>', '<!-- x', '<?php', '<https://plein.nl>', '<a@b.nl>', '<b>vet</b>',
  '[noot]: zie onder', '[noot\nverder]: x', '[noot\n[binnen]: x', '[noot\n# x]: y', '\\[noot]: x', '[x] y', '[@Fatma](person:12): hallo', '[a](http://x) [b]: c', '[a\\]]: x', '[a\n\\# b]: x',
  '    vier spaties', '\ttab', ' \u00A0 x', 'a\u2028# b', 'a\u0001b', 'a  \n  b', '!', '&amp;', '&#35; x', '🙂', '- [ ] taak', '1. a\n2. b', '# a\n## b\n> c\n- d', '\u0001# x', 'a\r\n# b',
];

describe('News as it travels', () => {
  it('is Markdown: a heading, a paragraph, and what follows', () => {
    expect(composeNews({ title: ' Nieuwe kluis ', lead: ' Vanaf\nmaandag. ', text: '\n\nDe sleutels…\n' })).toBe('# Nieuwe kluis\n\nVanaf\nmaandag.\n\nDe sleutels…');
    expect(composeNews({ title: 'Nieuwe kluis', lead: '', text: '' })).toBe('# Nieuwe kluis');
  });

  it('comes back as it was typed, whatever the title and the lead', () => {
    for (const title of odd.filter((each) => titleOf(each) !== '')) {
      for (const lead of odd) {
        for (const text of ['', '- een\n- twee', '## Kop']) {
          const back = splitNews(composeNews({ title, lead, text }));
          expect([title, lead, back]).toEqual([title, lead, { title: titleOf(title), lead: leadOf(lead), text }]);
        }
      }
    }
  });

  it('comes back as it was typed, of letters in any order', () => {
    const letters = ['#', '-', '>', '`', '~', '|', ':', '[', ']', '\\', '1', '.', ')', '=', '*', '_', '<', '!', 'a', ' ', '\n', '\t'];
    let seed = 20261123;
    const next = () => (seed = (seed * 48271) % 2147483647);
    const words = () => Array.from({ length: 1 + (next() % 9) }, () => letters[next() % letters.length]).join('');
    for (let at = 0; at < 20_000; at += 1) {
      const [title, lead] = [`${words()}x${words()}`, words()];
      const body = composeNews({ title, lead, text: '- een' });
      expect([title, lead, splitNews(body)]).toEqual([title, lead, { title: titleOf(title), lead: leadOf(lead), text: '- een' }]);
    }
  });

  it('says nothing else than was typed: each line of the lead begins with words', () => {
    const compose = (lead: string) => composeNews({ title: 'T', lead, text: '' }).slice('# T\n\n'.length);
    expect(compose('# x')).toBe('\\# x');
    expect(compose('a\n# x\nb')).toBe('a\n\\# x\nb');
    expect(compose('1. erste')).toBe('1\\. erste');
    expect(compose('a\n---')).toBe('a\n\\---');
    expect(compose('a | b\n--- | ---')).toBe('a | b\n\\--- | ---');
    expect(compose('[noot]: zie onder')).toBe('\\[noot]: zie onder');
    expect(compose('<!-- x')).toBe('\\<!-- x');
    expect(compose('```code``` x')).toBe('```code``` x');
    expect(compose('[@Fatma](person:12): hallo')).toBe('[@Fatma](person:12): hallo');
    expect(composeNews({ title: 'C #', lead: '', text: '' })).toBe('# C # #');
  });

  it('is read whoever wrote it: a heading of any level, closed or not, and the paragraph below', () => {
    expect(splitNews('\n  ### Kop ###\nInleiding\ngaat door\n\n\n    code\nrest  ')).toEqual({ title: 'Kop', lead: 'Inleiding\ngaat door', text: '    code\nrest' });
    expect(splitNews('# Kop\r\n\r\nInleiding\r\n\r\nRest')).toEqual({ title: 'Kop', lead: 'Inleiding', text: 'Rest' });
    expect(splitNews('#\n\nInleiding')).toEqual({ title: '', lead: 'Inleiding', text: '' });
    expect(splitNews('## ##')).toEqual({ title: '', lead: '', text: '' });
  });

  it('has no lead where something else than a paragraph stands below its title', () => {
    for (const text of ['- een\n- twee', '1. een', '> citaat', '```\ncode\n```', '    code', '| a |\n|---|', 'a | b\n--- | ---', 'Kop\n===', 'Kop\n---', '[noot]: /x\n\nNa', '---', '## Nog een']) {
      expect(splitNews(`# Kop\n\n${text}`)).toEqual({ title: 'Kop', lead: '', text });
      expect(composeNews({ title: 'Kop', lead: '', text })).toBe(`# Kop\n\n${text}`);
    }
  });

  it('has a lead that ends where something else begins without an empty line', () => {
    expect(splitNews('# Kop\nInleiding\n- een')).toEqual({ title: 'Kop', lead: 'Inleiding', text: '- een' });
    expect(splitNews('# Kop\nIn het jaar\n1986. Nee.\n    # x')).toEqual({ title: 'Kop', lead: 'In het jaar\n1986. Nee.\n# x', text: '' });
  });

  it('is none without a heading at its beginning', () => {
    for (const source of ['', 'Kop', 'Kop\n===', '#Kop', '####### Kop', '    # Kop', '\\# Kop', 'Eerst dit\n# Kop']) expect(splitNews(source)).toBeUndefined();
  });
});
