import { describe, expect, it } from 'vitest';
import { fitting, markdownOf } from '../../src/features/pasting/convert.ts';
import { shownOf } from '../../src/features/mentions/source.ts';
import { blocksOf } from '../../src/features/preview/parse.ts';
import type { MarkdownTree } from '../../src/protocol/generated.ts';

/// As Word writes an item of a list.
const item = (level: number, sign: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>\n`;
const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {font-weight:bold} --></style></head><body><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

describe('What is pasted becomes the Markdown that Plein knows', () => {
  it.each([
    ['bold, italic, struck', '<p>een <b>vet</b>, <em>schuin</em> en <s>weg</s></p>', 'een **vet**, *schuin* en ~~weg~~'],
    ['bold by style', '<p><span style="font-weight: 700">vet</span> <span style="font-style:italic;text-decoration:line-through">beide</span></p>', '**vet** ~~*beide*~~'],
    ['bold in two runs', '<p><b>ve</b><b>t</b></p>', '**vet**'],
    ['bold twice', '<p><b><span style="font-weight:bold">vet</span></b></p>', '**vet**'],
    ['what only says that it is bold', '<b style="font-weight:normal" id="docs-internal-guid-1"><p>een</p><p>twee</p></b>', 'een\n\ntwee'],
    ['links', '<a href="https://plein.nl/a_b?x=1">hier</a> <a href="mailto:jan@plein.nl">jan@plein.nl</a> <a href="https://x.nl">https://x.nl</a>', '[hier](https://plein.nl/a_b?x=1) jan@plein.nl https://x.nl'],
    ['links with brackets', '<a href="https://x.nl/a_(b) c">[1] a</a>', '[\\[1\\] a](<https://x.nl/a_(b)%20c>)'],
    ['other addresses', '<a href="javascript:alert(1)">x</a> <a href="file:///c:/a">y</a> <a href="#_msocom_1">z</a> <a name="q">w</a>', 'x y z w'],
    ['lists', '<ul><li>een<ul><li>binnen</li></ul></li><li><p>twee</p></li></ul>', '- een\n  - binnen\n- twee'],
    ['numbered lists', '<ol start="3"><li>drie</li>\n<li>vier</li></ol>', '3. drie\n4. vier'],
    ['lists that begin nowhere', '<ol start="x"><li>een</li></ol>', '1. een'],
    ['tasks', '<ul><li><input type="checkbox" checked> klaar</li><li><input type="checkbox">niet</li></ul><input type="checkbox">', '- [x] klaar\n- [ ] niet'],
    ['headings', '<h1><b>Kop</b></h1><p>tekst</p><div role="heading" aria-level="3">Klein</div>', '# Kop\n\ntekst\n\n### Klein'],
    ['headings without the sign that leads to them', '<h2>Kop <a href="#kop">#</a></h2>', '## Kop'],
    ['quotes', '<blockquote><p>een</p><p>twee</p></blockquote>', '> een\n> \n> twee'],
    ['code', '<p>typ <code>a_b</code></p><pre class="language-js"><code>let x = 1;\n\n\n*y*</code></pre>', 'typ `a_b`\n\n```js\nlet x = 1;\n\n\n*y*\n```'],
    ['code with a fence', '<pre>```\na\n```</pre>', '````\n```\na\n```\n````'],
    ['tables', '<table><tr><td>a</td><td><p>b</p><p>c|d</p></td></tr><tr><td>1<br>2</td><td>**</td></tr></table>', '| a | b c\\|d |\n| --- | --- |\n| 1 2 | \\*\\* |'],
    ['tables with a head', '<table><thead><tr><th><b>a</b></th><th>b</th></tr></thead><tbody><tr><td colspan="2">1</td></tr></tbody></table>', '| a | b |\n| --- | --- |\n| 1 |  |'],
    ['tables with a backslash before a bar', '<table><tr><td>a\\|b</td><td>c\\</td></tr></table>', '| a\\\\\\|b | c\\\\ |\n| --- | --- |'],
    ['tables with a caption', '<table><caption>Tabel 1 | 2<br>en</caption><tr><td>a</td><td>b</td></tr></table>', 'Tabel 1 | 2\nen\n\n| a | b |\n| --- | --- |'],
    ['cells that span less than one column', '<table><tr><td colspan="-1">a</td><td colspan="0">b</td></tr></table>', '| a | b |\n| --- | --- |'],
    ['one column', '<table><tr><td>een</td></tr><tr><td>twee</td></tr></table>', 'een\ntwee'],
    ['a page that is laid out', '<table><tr><td><h1>Kop</h1></td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>', '# Kop\n\n| 1 | 2 |\n| --- | --- |'],
    ['bold over paragraphs', '<p>a <b>een<br><br>twee </b>b</p>', 'a **een**\n\n**twee** b'],
    ['what looks like HTML, and a mark behind it', '<p>&lt;div&gt;<b>vet</b></p>', '\\<div>**vet**'],
    ['lines', 'een<br>twee<div>drie</div><div>vier</div><div><br></div><div>vijf</div>', 'een\ntwee\ndrie\nvier\n\nvijf'],
    ['emoji, and no other pictures', '<img alt="😀" src="https://x.nl/e.png"> <img alt="Logo" src="https://x.nl/logo.png">x', '😀 x'],
    ['hard spaces', 'a&nbsp;<b>b&nbsp;</b>c', 'a **b** c'],
    ['a name and a topic from Plein', `<b>x</b> <a href="${location.origin}/people/12">@Fatma</a> <a href="${location.origin}/t/kantine">#Kantine</a> <a href="${location.origin}/p/5">hier</a>`, `**x** @Fatma #Kantine [hier](${location.origin}/p/5)`],
  ])('%s', (_what, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  it('makes lists of the paragraphs that Word has for them', () => {
    const html = word(
      `<p class=MsoNormal>Vooraf<o:p></o:p></p>\n${item(1, '·', 'een')}${item(2, 'o', '<b>binnen</b>')}${item(1, '·', 'twee')}<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n${item(1, '2.', 'stap')}${item(2, 'a)', 'deel')}${item(1, '3.', 'klaar')}`,
    );
    expect(markdownOf(html)).toBe('Vooraf\n\n- een\n  - **binnen**\n- twee\n\n2. stap\n   1. deel\n3. klaar');
  });

  it('takes no script and no style along, and runs and fetches nothing', () => {
    const html = '<style>b{}</style><script>window.ran = 1</script><p onclick="x()"><b>een</b></p><img src="x" onerror="window.ran = 1"><svg><text>teken</text></svg><iframe srcdoc="<b>x</b>"></iframe><p style="display:none">verborgen</p>';
    expect(markdownOf(html)).toBe('**een**');
    expect('ran' in window).toBe(false);
  });

  it.each([
    '2 * 3 * 4', '*ster*', 'een_naam_zo', '_streep_', '[a](https://x.nl)', '[x] vinkje', '# geen kop', '- geen lijst', '1. geen lijst', '> geen citaat', '```', '`code`',
    '[a [b] c](person:7)', '[https://x.nl](person:7)', 'a [1] b', 'einde [1]', 'einde \\', '~~weg~~', '~weg~', 'C:\\map\\*', '\\\\server\\map', '<b>x</b>', '<!-- x', '&amp; &lt;', '===', '---', 'https://x.nl/_a_*b*', 'a | b', '5) vijf', '+ plus', '[@Jan](person:7)',
  ])('leaves words as they read: %j', (words) => {
    const html = document.createElement('p');
    html.textContent = words;
    const [paragraph, ...others] = blocksOf(markdownOf(html.outerHTML));
    expect(others).toEqual([]);
    expect(paragraph?.type).toBe('paragraph');
    expect(paragraph?.children?.map(({ text, url }) => url ?? text).join('')).toBe(words);
  });
});

describe('What is pasted names nobody', () => {
  const nodesOf = (nodes: MarkdownTree): MarkdownTree => nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
  it.each([
    ['with a backslash before the bracket', '<a href="https://evil.nl">Foo \\](person:12)</a>', 'Foo \\](person:12)'],
    ['with two', '<a href="https://evil.nl">Foo \\\\](person:12)</a>', 'Foo \\\\](person:12)'],
    ['with a backslash at the end of a link', '<a href="https://evil.nl/\\">Foo \\</a>(person:12)', 'Foo \\(person:12)'],
    ['in pieces', '<p>[Foo<span>](person:12)</span> <b>x</b></p>', '[Foo](person:12) x'],
    ['in other pieces', '<p>[Foo]<i>(person:12)</i></p>', '[Foo](person:12)'],
    ['around an address', '<p>[https://x.nl]<span>(person:12)</span></p>', '[https://x.nl](person:12)'],
    ['in an address', '<p>https://x.nl/[Foo](person:12)</p>', 'https://x.nl/%5BFoo](person:12)'],
    ['as an address of mail', '<a href="mailto:[Foo](person:12)">[Foo](person:12)</a>', '[Foo](person:12)'],
    ['as its own address', '<a href="https://x.nl/[Foo](person:12)">https://x.nl/[Foo](person:12)</a>', 'https://x.nl/%5BFoo](person:12)'],
  ])('%s', (_what, html, words) => {
    const markdown = markdownOf(html);
    const nodes = nodesOf(blocksOf(markdown));
    expect(nodes.filter(({ type }) => type === 'mention')).toEqual([]);
    expect(shownOf(markdown).mentions).toEqual([]);
    expect(nodes.map(({ text = '' }) => text).join('')).toBe(words);
  });
});

it.each(['[', '~', '\\', '*', '_a', '`', '[a](', '1. ', '# '])('takes a long page of nothing but %s, with all of its signs', (piece) => {
  const count = Math.floor(200_000 / piece.length);
  const signs = (text: string) => text.split(piece[0] ?? '').length - 1;
  expect(signs(markdownOf(`<b>x</b><p>${piece.repeat(count)}</p>`))).toBeGreaterThanOrEqual(count);
});

describe('A list or a heading in the middle of a line', () => {
  it.each([
    ['- a', 'Zie ', ' en', 'Zie \n\n- a\n\n en'],
    ['- a', 'Zie\n', '\nen', 'Zie\n- a\nen'],
    ['**a**', 'Zie ', ' en', 'Zie **a** en'],
    ['een\n\n# Kop', 'Zie ', '', 'Zie een\n\n# Kop'],
    ['', 'Zie ', ' en', 'Zie  en'],
  ])('%j', (markdown, before, after, all) => {
    expect(before + fitting(markdown, before, after) + after).toBe(all);
  });
});
