import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { draw } from '../draw.tsx';
import { group, post, tab, viewOf } from '../make.ts';
import { close, open } from '../mentions/server.ts';
import '../../src/features/pasting/convert.ts';

const field = (name = 'Je bericht') => screen.getByRole<HTMLTextAreaElement>('textbox', { name });

async function write(words = '') {
  await draw(<Composer group={group({ tabs: [tab(21)] })} tabs={[tab(21)]} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  if (words !== '') await user.type(field(), words);
  return user;
}

/// Whether Plein took it: otherwise the browser puts the plain text in.
const paste = (html: string, plain = 'plat', into = field()) =>
  !fireEvent.paste(into, { clipboardData: { getData: (type: string) => (type === 'text/html' ? html : plain) } });

const holds = (words: string, name?: string) => vi.waitFor(() => expect(field(name).value).toBe(words));

beforeEach(open);
afterEach(() => {
  Reflect.deleteProperty(document, 'execCommand');
  close();
});

describe('Pasting', () => {
  it('keeps the form of what stood elsewhere', async () => {
    await write('Zie ');
    expect(paste('<p>een <b>vet</b> woord</p>')).toBe(true);
    await holds('Zie een **vet** woord');
    expect(document.activeElement).toBe(field());
  });

  it('replaces what is selected, and begins a block on a line of its own', async () => {
    await write('een twee drie');
    field().setSelectionRange(4, 8);
    paste('<ul><li>punt</li></ul>');
    await holds('een \n\n- punt\n\n drie');
  });

  it('is one step for who takes it back: the browser puts it in as if it were typed', async () => {
    const user = await write();
    paste('<b>een</b>');
    await holds('**een**');
    await user.clear(field());
    const insert = vi.fn(() => true);
    Object.assign(document, { execCommand: insert });
    paste('<p><b>een</b></p><p>twee</p>');
    await vi.waitFor(() => expect(insert.mock.calls).toEqual([['insertText', false, '**een**\n\ntwee']]));
  });

  it.each([
    ['plain text', ''],
    ['text without a form, as pages and editors tell of it', '<meta charset="utf-8"><div style="color:red"><span>een</span><br></div>'],
    ['more than would ever fit', `<b>${'x'.repeat(1_000_000)}</b>`],
  ])('leaves %s to the browser', async (_what, html) => {
    await write();
    expect(paste(html)).toBe(false);
  });

  it('with Ctrl+Shift+V is plain, and has a form again the next time, by key or from a menu', async () => {
    await write();
    fireEvent.keyDown(field(), { key: 'V', ctrlKey: true, shiftKey: true });
    expect(paste('<b>een</b>')).toBe(false);
    expect(paste('<b>een</b>')).toBe(true);
    await holds('**een**');
    fireEvent.keyDown(field(), { key: 'V', ctrlKey: true, shiftKey: true });
    fireEvent.keyDown(field(), { key: 'v', ctrlKey: true });
    field().select();
    expect(paste('<i>twee</i>')).toBe(true);
    await holds('*twee*');
  });

  it('has its form behind a capital V', async () => {
    const user = await write();
    await user.keyboard('{Shift>}V{/Shift}');
    expect(paste('<b>een</b>')).toBe(true);
    await holds('V**een**');
  });

  it('is plain in code', async () => {
    await write('`code`');
    field().setSelectionRange(3, 3);
    expect(paste('<b>een</b>')).toBe(false);
  });

  it.each([
    ['```{Enter}', false],
    ['Zie{Enter}{Enter}    x', false],
    ['```', false],
    ['```{Enter}a{Enter}```{Enter}', true],
    ['> ```{Enter}', true],
    ['Zie https://x.nl', true],
  ])('at the end of %j has a form: %j', async (words, hasForm) => {
    await write(words);
    expect(paste('<b>een</b>')).toBe(hasForm);
  });

  it('puts the plain text in when nothing is left of the form', async () => {
    await write();
    paste('<a href="file:///x"><img src="x"></a>', 'plat');
    await holds('plat');
  });

  it('keeps the form in a comment', async () => {
    await draw(
      <article aria-labelledby="title">
        <PostCard view={viewOf(post(5))} places="none" titleId="title" />
      </article>,
    );
    paste('<i>schuin</i>', 'plat', field('Schrijf een reactie'));
    await holds('*schuin*', 'Schrijf een reactie');
  });
});
