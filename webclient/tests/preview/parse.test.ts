import { describe, expect, it, vi } from 'vitest';
import { blocksOf } from '../../src/features/preview/parse.ts';
import type { MarkdownTree } from '../../src/protocol/generated.ts';

/// The tree in short, as `tests/unit/protocol_markdown_test.cpp` writes it: `p[text strong[text]]`, texts in quotes.
const brief = (nodes: MarkdownTree): string =>
  nodes
    .map(({ type, level, start, checked, header, language, url, person, department, topic, text, children }) =>
      [
        type === 'text' ? '' : type,
        level ?? '',
        start === undefined ? '' : `#${start}`,
        checked === undefined ? '' : checked ? '(x)' : '( )',
        header ? '(header)' : '',
        language === undefined ? '' : `:${language}`,
        url === undefined ? '' : `<${url}>`,
        person === undefined ? '' : `<p${person}>`,
        department === undefined ? '' : `<d${department}>`,
        topic === undefined ? '' : `<#${topic}>`,
        text === undefined ? '' : `'${text}'`,
        children === undefined ? '' : `[${brief(children)}]`,
      ].join(''),
    )
    .join(' ');

const drawn = (source: string) => brief(blocksOf(source));
const depthOf = (nodes: MarkdownTree): number => (nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ children = [] }) => depthOf(children))));

describe('The preview of a text is what the server makes of it', () => {
  // By hand from protocol_markdown_test.cpp.
  it.each([
    ['', ''],
    ['a **b _c_** ~~d~~ `e`', "paragraph['a ' strong['b ' emphasis['c']] ' ' strike['d'] ' ' code'e']"],
    ['a\nb  \nc', "paragraph['a' line_break 'b' line_break 'c']"],
    ['# Kop\n\n> q\n\n***\n\n```cpp x\nint a;\n\n```', "heading1['Kop'] quote[paragraph['q']] rule code_block:cpp'int a;\n'"],
    ['    x\n    y', "code_block'x\ny'"],
    ['- a\n- b', "list[item[paragraph['a']] item[paragraph['b']]]"],
    ['3. a', "list#3[item[paragraph['a']]]"],
    ['- [x] a\n- [ ] b', "list[item(x)[paragraph['a']] item( )[paragraph['b']]]"],
    [
      '|a|b|\n|-|-|\n|1|**2**|',
      "table[table_row(header)[table_cell['a'] table_cell['b']] table_row[table_cell['1'] table_cell[strong['2']]]]",
    ],
    ['|a|b|\n|-|-|\n|1|\n|1|2|3|', "table[table_row(header)[table_cell['a'] table_cell['b']] table_row[table_cell['1'] table_cell] table_row[table_cell['1'] table_cell['2']]]"],
    ['[a](https://plein.nl/x?y=1)', "paragraph[link<https://plein.nl/x?y=1>['a']]"],
    ['www.plein.nl', "paragraph[link<http://www.plein.nl>['www.plein.nl']]"],
    ['jan@plein.nl', "paragraph[link<mailto:jan@plein.nl>['jan@plein.nl']]"],
    ['[a](HTTPS://plein.nl)', "paragraph[link<HTTPS://plein.nl>['a']]"],
    ['zie https://plein.nl.', "paragraph['zie ' link<https://plein.nl>['https://plein.nl'] '.']"],
    ['[a][b]\n\n[b]: https://plein.nl', "paragraph[link<https://plein.nl>['a']]"],
    ['![a](https://x.nl/a.png)', "paragraph[link<https://x.nl/a.png>['a']]"],
    ['![](https://x.nl/a.png)', "paragraph[link<https://x.nl/a.png>['https://x.nl/a.png']]"],
    ['[![a](https://x.nl/a.png)](https://y.nl)', "paragraph[link<https://y.nl>['a']]"],
    ['a <b onclick=x>c</b>', "paragraph['a <b onclick=x>c</b>']"],
    ['<script>\nx</script>', "paragraph['<script>' line_break 'x</script>']"],
    ['<javascript:alert(1)>', "paragraph['javascript:alert(1)']"],
    [
      'Vraag [@Fatma Yıldız](person:12) of [@HR](department:3).',
      "paragraph['Vraag ' mention<p12>'@Fatma Yıldız' ' of ' mention<d3>'@HR' '.']",
    ],
    ['**[@Jan *de* Vries](person:7)**', "paragraph[strong[mention<p7>'@Jan de Vries']]"],
    ['![@Jan](person:7)', "paragraph[mention<p7>'@Jan']"],
    ['[](person:7)', "paragraph[mention<p7>'']"],
    ['[@Jan <https://y.nl>](person:7)', "paragraph[mention<p7>'@Jan https://y.nl']"],
    ['[![@Jan](person:7)](https://x.nl)', "paragraph[link<https://x.nl>['@Jan']]"],
    ['$x_1 + y_2$ @Jan', "paragraph['$x_1 + y_2$ @Jan']"],
    ['-'.repeat(200), 'rule'],
  ])('%j', (source, tree) => {
    expect(drawn(source)).toBe(tree);
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///x', '//x', '/x', '#x', '', '&#x6A;avascript:alert(1)', 'http:', 'https:x', 'ftp://x'])(
    'makes no link of %j',
    (url) => {
      expect(drawn(`[a](${url})`)).not.toContain('link');
    },
  );

  it.each(['person:0', 'person:-1', 'person:1x', 'person:', 'person:9007199254740992', 'PERSON:1', 'person: 1', 'service:1'])(
    'makes no mention of %j',
    (url) => {
      expect(drawn(`[@Jan](<${url}>)`)).toBe("paragraph['@Jan']");
    },
  );

  it('flattens what nests too deeply, and loses none of it', () => {
    const quotes = blocksOf('> '.repeat(9_990) + 'a');
    expect(depthOf(quotes)).toBeLessThanOrEqual(14);
    expect(brief(quotes)).toContain("a'");
    expect(depthOf(blocksOf('- '.repeat(2_500) + 'a'))).toBeLessThanOrEqual(26);
  });

  it.each([
    ['it would blow up', '*a*\n\n'.repeat(4_000).trim()],
    ['it is longer than a post can be', `*a* ${'b'.repeat(20_000)}`],
    ['one mark stands in the other, without end', `${'*_'.repeat(1_000)}a${'_*'.repeat(1_000)}`],
    ['one picture stands in the other', `${'!['.repeat(200)}a${'](u)'.repeat(200)}`],
    ['it has more lines than anybody reads', '>\n'.repeat(2_600).trim()],
    ['it has millions of lines', 'a\n'.repeat(1_000_000).trim()],
  ])('is the text as it was typed when %s', (_why, source) => {
    expect(blocksOf(source)).toEqual([{ type: 'code_block', text: source }]);
  });

  it('is what it is in a long table of bold words', () => {
    const source = `|a|b|\n|-|-|\n${'|**1**|**2**|\n'.repeat(240)}`.trim();
    expect(blocksOf(source)[0]?.children).toHaveLength(241);
  });

  it('is the text as it was typed where it cannot be read', () => {
    vi.spyOn(JSON, 'stringify').mockImplementation(() => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    expect(blocksOf('*a*')).toEqual([{ type: 'code_block', text: '*a*' }]);
  });
});

describe('A topic in the preview', () => {
  it.each([
    ['Zie #Kantine.', "paragraph['Zie ' topic<#kantine>'#Kantine' '.']"],
    ['(#2026-plan)', "paragraph['(' topic<#2026-plan>'#2026-plan' ')']"],
    ['#Ça_va-', "paragraph[topic<#ça_va>'#Ça_va' '-']"],
    ['**#a**', "paragraph[strong[topic<#a>'#a']]"],
    ['# Kop #x', "heading1['Kop ' topic<#x>'#x']"],
    ['[zie **#a**](https://x.nl)', "paragraph[link<https://x.nl>['zie ' strong['#a']]]"],
    ['[@Jan #a](person:7)', "paragraph[mention<p7>'@Jan #a']"],
  ])('%j', (source, tree) => {
    expect(drawn(source)).toBe(tree);
  });

  const topics = (nodes: MarkdownTree): string[] =>
    nodes.flatMap(({ type, text = '', children = [] }) => (type === 'topic' ? [text] : topics(children)));

  // By hand from protocol_topics_test.cpp.
  it.each([
    ['#a #b\n(#c) "#d" e,#f;#g', '#a #b #c #d #f #g'],
    ['#lift-2_oost!', '#lift-2_oost'],
    ['#2026-plan #3d', '#2026-plan #3d'],
    ['#Ångström #школа #日本 #عربي #हिन्दी', '#Ångström #школа #日本 #عربي #हिन्दी'],
    ['#a.b #c:d #e/f #g\'h #i€', '#a #c #e #g #i'],
    ['#cafe\u0301s', '#cafe\u0301s'],
    ['#a- #b_ #c-_- #d--e_', '#a #b #c #d--e'],
    ['**#a** _x #b_ ~~#c~~\n\n- #d\n\n> #e\n\n|#f|\n|-|\n|x #g|', '#a #b #c #d #e #f #g'],
    [`#${'é'.repeat(50)}--`, `#${'é'.repeat(50)}`],
    [`#${'é'.repeat(51)} #y`, '#y'],
    [`#${'İ'.repeat(50)}`, ''],
  ])('stands in %j', (source, words) => {
    expect(topics(blocksOf(source)).join(' ')).toBe(words);
  });

  it.each([
    '#1234', '#12-3_4', 'C#', '# los', '#', '##x', '###x', 'a#b', 'é#b', '9#b', '_#b', '&#b', '/#b', '#-a', '#_a', '#!', 'x/#/y', 'e\u0301#b', '\u0301#\u0301a', '#٣٤',
    '`#a`', '```\n#a\n```', '[#a](https://plein.nl)', 'https://plein.nl/x#a www.plein.nl/#b', '\\#a', '&#35;a &num;b', '#a&eacute;',
  ])('is not in %j', (source) => {
    expect(topics(blocksOf(source))).toEqual([]);
  });

  it.each([
    ['#Kantine #KANTINE', 'kantine'],
    ['#CAFE\u0301 #café', 'café'],
    ['#ШКОЛА', 'школа'],
    ['#Straße', 'straße'],
    ['#İ', 'i\u0307'],
  ])('is the same however it is written: %j', (source, topic) => {
    expect(drawn(source).match(/(?<=<#).*?(?=>)/g)?.every((each) => each === topic)).toBe(true);
  });

  it('is one of twenty at most', () => {
    const many = Array.from({ length: 21 }, (_, index) => `#t${index} `).join('');
    expect(topics(blocksOf(many))).toHaveLength(20);
    expect(topics(blocksOf(`${many}#T0 #t1`))).toHaveLength(22);
  });
});
