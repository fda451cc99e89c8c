import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentOf, draftIn } from '../../src/features/drafts/content.ts';
import { wordsOf } from '../../src/features/drafts/words.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { type Draft, isDraft, keepDraft, keptDraft, putDraft, requestOf } from '../../src/features/posts/drafts.ts';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { askInstead, outbox, postAsUpdate } from '../../src/features/posts/outbox.ts';
import type { CreatePost } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { group, tab } from '../make.ts';
// What the composer fetches is here already: a busy machine loads it slowly.
import '../../src/features/calendar/EventHead.tsx';
import '../../src/features/drafts/DraftNote.tsx';
import '../../src/features/news/NewsAsks.tsx';
import '../../src/features/news/NewsHead.tsx';
import '../../src/features/translations/TranslationFields.tsx';

const general = tab(21);
const fetch = vi.fn<typeof globalThis.fetch>();
const sent = () => fetch.mock.calls.filter(([, init]) => init?.method === 'POST').map(([, init]) => JSON.parse(init?.body as string) as CreatePost);
const button = (name: string) => screen.getByRole('button', { name });
const words = () => screen.getByLabelText<HTMLTextAreaElement>('Je bericht');
const other = (name = 'Je tekst in het Engels') => screen.findByLabelText<HTMLTextAreaElement>(name);
const said = (text: string) => ({ body: text, mark: 'work' }) as const;

async function bring() {
  const drawn = await draw(
    <>
      <Composer group={group({ tabs: [general] })} tabs={[general]} />
      <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
    </>,
  );
  return { ...drawn, user: userEvent.setup() };
}

async function write(text: string) {
  const drawn = await bring();
  await drawn.user.click(button('Wat wil je delen in Algemeen?'));
  await drawn.user.type(words(), text);
  await drawn.user.click(button('Ook in het Engels'));
  return drawn;
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('The other language of a post', () => {
  it('has a field of its own that says who reads it, and is sent with the post', async () => {
    const { user, container } = await write('Dag');
    const field = await other();
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.lang).toBe('en');
    expect(screen.getByText('Wie Plein in het Engels gebruikt, leest deze tekst. Zichtbaar voor 31 leden van SSC & Verkoop.')).toBeTruthy();
    await expectAccessible(container);
    await user.type(field, 'Hello ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ body: 'Dag', translation: { language: 'en', body: 'Hello' } }]);
    expect(screen.getByText('In het Engels')).toBeTruthy();
    expect(screen.getByText('Hello').closest('[lang]')?.getAttribute('lang')).toBe('en');
    expect(keptDraft(21)).toBeUndefined();
  });

  it('is the one in which its author did not write', async () => {
    const { user } = await write('Hello');
    await other();
    await user.click(screen.getByRole('radio', { name: 'Engels' }));
    await user.type(await other('Je tekst in het Nederlands'), 'Dag');
    await user.click(button('Plaats bericht'));
    expect(sent()).toMatchObject([{ body: 'Hello', translation: { language: 'nl', body: 'Dag' } }]);
  });

  it('is not sent when nothing is written there, and not without the text above', async () => {
    const { user } = await write('Dag');
    await user.type(await other(), '   ');
    await user.click(button('Plaats bericht'));
    expect(sent()).toHaveLength(1);
    expect(sent()[0]).not.toHaveProperty('translation');

    await user.click(button('Wat wil je delen in Algemeen?'));
    await user.click(button('Ook in het Engels'));
    await user.type(await other(), 'Hello');
    await user.click(button('Plaats bericht'));
    expect(sent()).toHaveLength(1);
  });

  it('is not sent while it is too long', async () => {
    const { user } = await write('Dag');
    await user.click(await other());
    await user.paste('é'.repeat(10_001));
    expect(screen.getByText('2 tekens te lang')).toBeTruthy();
    await user.click(button('Plaats bericht'));
    expect(sent()).toEqual([]);
  });

  it('goes at a word, and is found again by who changes their mind', async () => {
    const { user } = await write('Dag');
    await user.type(await other(), 'Hello');
    await user.click(button('Toch niet in het Engels'));
    expect(document.activeElement).toBe(button('Ook in het Engels'));
    expect(keptDraft(21)).toEqual(said('Dag'));
    await user.click(button('Ook in het Engels'));
    expect((await other()).value).toBe('Hello');
  });

  it('has a title where the post has one, and says so when it is missing', async () => {
    const { user } = await write('x');
    await other();
    await user.click(screen.getByRole('radio', { name: 'Nieuws' }));
    const titles = () => screen.getAllByLabelText<HTMLInputElement>('Titel');
    await waitFor(() => expect(titles()).toHaveLength(2));
    const [own, inEnglish] = titles();
    if (!own || !inEnglish) return expect.fail();
    await user.type(own, 'Kantine dicht');
    await user.type(await other(), 'Until Monday.');
    await user.click(button('Plaats nieuws'));
    expect(sent()).toEqual([]);
    expect(document.activeElement).toBe(inEnglish);
    expect(inEnglish.getAttribute('aria-invalid')).toBe('true');
    await user.type(inEnglish, 'Canteen closed');
    await user.click(button('Plaats nieuws'));
    expect(sent()).toMatchObject([{ body: '# Kantine dicht\n\nx', translation: { language: 'en', body: '# Canteen closed\n\nUntil Monday.' } }]);
  });

  it('stays when one looks at another kind of post', async () => {
    const { user } = await write('Dag');
    await user.type(await other(), 'Hello');
    for (const kind of ['Vraag', 'Bijeenkomst', 'Peiling', 'Bericht']) {
      await user.click(screen.getByRole('radio', { name: kind }));
      expect((await other()).value, kind).toBe('Hello');
    }
    expect(keptDraft(21)?.translation).toEqual({ language: 'en', title: '', lead: '', body: 'Hello' });
  });
});

describe('A draft in two languages', () => {
  const translation = { language: 'en', title: '', lead: '', body: 'Hello' } as const;
  const draft: Draft = { ...said('Dag'), translation };

  it('comes back as it was, without taking the focus', async () => {
    keepDraft(21, draft);
    await bring();
    expect((await other()).value).toBe('Hello');
    expect(document.activeElement).toBe(document.body);
  });

  it('that went out on another device leaves nothing for the next one', async () => {
    keepDraft(21, draft);
    const { user } = await bring();
    await other();
    act(() => putDraft(21, undefined));
    await user.type(words(), 'Iets anders');
    await user.click(button('Ook in het Engels'));
    expect((await other()).value).toBe('');
  });

  it('that went out on another device leaves nothing of what was dropped here', async () => {
    const { user } = await write('Dag');
    await user.type(await other(), 'Hello');
    await user.click(button('Toch niet in het Engels'));
    act(() => putDraft(21, undefined));
    await user.type(words(), 'Iets anders');
    await user.click(button('Ook in het Engels'));
    expect((await other()).value).toBe('');
  });

  it('goes along to other devices, and says all that it says', () => {
    expect(draftIn(contentOf(draft) ?? '')).toEqual(draft);
    expect(contentOf({ ...said(''), translation })).toBeDefined();
    expect(wordsOf(draft)).toBe('Dag\nHello');
  });

  it('of before is readable, and one that says something else is none', () => {
    expect(isDraft(said('Dag'))).toBe(true);
    expect(isDraft({ ...said('Dag'), translation: { ...translation, language: 'de' } })).toBe(false);
    expect(isDraft({ ...said('Dag'), translation: { language: 'en', body: 'Hello' } })).toBe(false);
  });

  it('sends no title that its kind does not take', () => {
    const titled = { ...translation, title: 'Canteen closed', body: '' };
    expect(requestOf({ ...draft, translation: titled }, 21, 0, false)).not.toHaveProperty('translation');
  });
});

describe('What was refused in two languages', () => {
  const request: CreatePost = { tab: 21, client_id: 'a', body: 'Dag', mark: 'work', translation: { language: 'en', body: 'Hello' } };

  it('is sent in both, whatever it becomes', () => {
    postAsUpdate({ request: { ...request, praise: { people: [3] } }, group: 2, writtenAt: '', state: 'failed' });
    askInstead({ department: 1 }, { request: { ...request, question: { department: 9 }, confidential: true }, group: 2, writtenAt: '', state: 'failed' });
    const both = { body: 'Dag', translation: { language: 'en', body: 'Hello' } };
    expect(sent()).toMatchObject([both, { ...both, question: { department: 1 }, confidential: true }]);
  });
});
