import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { keptDraft } from '../../src/features/posts/drafts.ts';
import { draw } from '../draw.tsx';
import { group, tab } from '../make.ts';
import { close, open } from '../mentions/server.ts';

/// What reads a form comes when the test says so, and fails at one.
const gate = vi.hoisted(() => {
  let come: () => void = () => undefined;
  const came = new Promise<void>((resolve) => (come = resolve));
  return { come: () => come(), came };
});
vi.mock('../../src/features/pasting/convert.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/features/pasting/convert.ts')>();
  await gate.came;
  const markdownOf = (html: string) => {
    if (html.includes('stuk')) throw new RangeError();
    return original.markdownOf(html);
  };
  return { ...original, markdownOf };
});

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je bericht' });
const paste = (html: string, plain: string) =>
  fireEvent.paste(field(), { clipboardData: { getData: (type: string) => (type === 'text/html' ? html : plain) } });

beforeEach(open);
afterEach(close);

describe('What is pasted is never lost', () => {
  beforeEach(async () => {
    await draw(<Composer group={group({ tabs: [tab(21)] })} tabs={[tab(21)]} />);
    await userEvent.setup().click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  });

  it('while what reads its form is on its way it is there plain, and stays so for who writes on', async () => {
    paste('<b>een</b>', 'een');
    expect(field().value).toBe('een');
    expect(keptDraft(21)?.body).toBe('een');
    await userEvent.setup().type(field(), ' twee');
    gate.come();
    await import('../../src/features/pasting/convert.ts');
    await Promise.resolve();
    expect(field().value).toBe('een twee');
    await userEvent.setup().clear(field());
  });

  it('nor when its form cannot be read', async () => {
    paste('<b>stuk</b>', 'stuk');
    await vi.waitFor(() => expect(field().value).toBe('stuk'));
    paste('<b>heel</b>', 'heel');
    await vi.waitFor(() => expect(field().value).toBe('stuk**heel**'));
  });
});
