import { useQuery } from '@tanstack/react-query';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { linkOutside } from '../../src/features/previews/outside.ts';
import { previewQuery } from '../../src/features/previews/previews.ts';
import type { LinkPreview, MarkdownNode, Post } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { post, viewOf } from '../make.ts';
// What the card fetches is here already: a busy machine loads it slowly.
import '../../src/features/previews/LinkPreview.tsx';

const text = (words: string): MarkdownNode => ({ type: 'text', text: words });
const link = (url: string): MarkdownNode => ({ type: 'link', url, children: [text(url)] });
const paragraph = (...children: MarkdownNode[]): MarkdownNode => ({ type: 'paragraph', children });

const page = 'https://www.rijnhaven.example/kades';
const preview = (more: Partial<LinkPreview> = {}): LinkPreview => ({
  url: page,
  site: 'www.rijnhaven.example',
  title: 'De kades gaan open',
  description: 'Vanaf maandag ligt de eerste boot er.',
  has_image: false,
  ...more,
});
const linking = (more: Partial<Post> = {}) => post(5, { blocks: [paragraph(text('Kijk: '), link(page))], ...more });

const fetch = vi.fn<typeof globalThis.fetch>();
const answerWith = (body: object | undefined, status = 200) =>
  fetch.mockImplementation(() => Promise.resolve(new Response(JSON.stringify(body === undefined ? {} : { preview: body }), { status })));
const asked = () => fetch.mock.calls.filter(([path]) => path === '/api/posts/5/preview').length;
const card = () => screen.queryByRole('link', { name: /De kades gaan open/ });
const comes = () => waitFor(() => expect(card()).not.toBeNull());

/// What is looked at, by how far round the window.
const looks = new Map<string, Set<(isIntersecting: boolean) => void>>();
const nearby = '100% 0px';
const toCome = '0px 0px 1000000px';
const see = (margin: string, isIntersecting = true) => act(() => looks.get(margin)?.forEach((look) => look(isIntersecting)));

beforeEach(() => {
  looks.clear();
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private readonly look: (isIntersecting: boolean) => void;
      private readonly all: Set<(isIntersecting: boolean) => void>;
      constructor(tell: (moments: object[]) => void, { rootMargin = '' }: { rootMargin?: string } = {}) {
        this.look = (isIntersecting) => tell([{ isIntersecting }]);
        this.all = looks.get(rootMargin) ?? new Set();
        looks.set(rootMargin, this.all);
      }
      observe = () => this.all.add(this.look);
      unobserve = () => undefined;
      disconnect = () => this.all.delete(this.look);
    },
  );
});
afterEach(() => {
  cleanup();
  toasts.clear();
  fetch.mockReset();
  vi.unstubAllGlobals();
});

const Card = ({ of }: { of: Post }) => (
  <article aria-labelledby="title">
    <PostCard view={viewOf(of)} places="none" titleId="title" />
  </article>
);

/// It leaves the page, and comes back.
function Coming() {
  const [isThere, setThere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setThere(!isThere)}>Weg</button>
      {isThere && <Card of={linking()} />}
    </>
  );
}

/// Says when the answer has been drawn, whatever became of it.
const Witness = () => <output aria-label="Antwoord">{useQuery({ ...previewQuery(5, page), enabled: false }).status}</output>;
const isAnswered = () => waitFor(() => expect(screen.getByLabelText('Antwoord').textContent).not.toBe('pending'));

async function show(of = linking()) {
  const drawn = await draw(
    <>
      <Card of={of} />
      <Witness />
    </>,
  );
  await waitFor(() => expect(looks.has(nearby)).toBe(true));
  return drawn;
}

describe('The page that a text links to', () => {
  const first = (...blocks: MarkdownNode[]) => linkOutside(blocks, 'https://plein.example');

  it('is the first outside, wherever in the text', () => {
    const quote: MarkdownNode = { type: 'quote', children: [paragraph(link('http://a.example/'))] };
    expect(first(paragraph(text('x')), quote, paragraph(link(page)))).toBe('http://a.example/');
  });

  it('is none of this site, no address for mail, and nothing that is no page', () => {
    const others = ['https://plein.example/p/5', 'mailto:anna@a.example', 'javascript:alert(1)', 'geen adres', '//a.example'];
    expect(first(...others.map((url) => paragraph(link(url))))).toBeUndefined();
    expect(first(paragraph({ type: 'mention', person: 3, text: '@Priya' }))).toBeUndefined();
  });
});

describe('The preview of a link', () => {
  it('is asked for once, when its reader comes near, and is one link to the page', async () => {
    answerWith(preview());
    const { container } = await show();
    expect(asked()).toBe(0);
    see(toCome);
    see(nearby);
    await comes();
    expect(card()?.textContent).toBe('De kades gaan open Vanaf maandag ligt de eerste boot er. www.rijnhaven.example');
    expect([card()?.getAttribute('href'), card()?.getAttribute('target'), card()?.getAttribute('rel')]).toEqual([page, '_blank', 'noopener noreferrer']);
    expect(container.querySelector('img')).toBeNull();
    await expectAccessible(container);
    see(nearby, false);
    see(nearby);
    expect(asked()).toBe(1);
  });

  it('is here at once when it was here before', async () => {
    answerWith(preview());
    await draw(<Coming />);
    await waitFor(() => expect(looks.has(nearby)).toBe(true));
    see(toCome);
    see(nearby);
    await comes();
    await userEvent.click(screen.getByRole('button', { name: 'Weg' }));
    await userEvent.click(screen.getByRole('button', { name: 'Weg' }));
    expect(card()).not.toBeNull();
    expect(asked()).toBe(1);
  });

  it('never comes where one has passed, and comes once one goes back up', async () => {
    answerWith(preview());
    await show();
    see(nearby);
    await isAnswered();
    expect(asked()).toBe(1);
    expect(card()).toBeNull();
    see(toCome);
    await comes();
  });

  it('is nothing where the page says nothing, and where the server refuses', async () => {
    answerWith(undefined);
    await show();
    see(toCome);
    see(nearby);
    await isAnswered();
    expect(asked()).toBe(1);
    expect(screen.getAllByRole('link').map((each) => each.getAttribute('href'))).toEqual(['/people/3', '/p/5', page]);
    cleanup();
    answerWith({ status: 404, code: 'not_found', request_id: 'r' }, 404);
    await show();
    see(toCome);
    see(nearby);
    await isAnswered();
    expect(asked()).toBe(2);
    expect(screen.getAllByRole('link')).toHaveLength(3);
  });

  it('leads to no address that is no page', async () => {
    answerWith(preview({ url: 'javascript:alert(1)' }));
    await show();
    see(toCome);
    see(nearby);
    await isAnswered();
    expect(asked()).toBe(1);
    expect(card()).toBeNull();
  });

  it('has its picture from this server, without words, and its room also when that does not come', async () => {
    answerWith(preview({ has_image: true }));
    const { container } = await show();
    see(toCome);
    see(nearby);
    await comes();
    const picture = container.querySelector('img') ?? expect.fail();
    expect([picture.getAttribute('src'), picture.getAttribute('alt'), picture.getAttribute('loading')]).toEqual(['/api/posts/5/preview/image', '', 'lazy']);
    fireEvent.error(picture);
    expect(container.querySelector('img')).toBeNull();
    expect(container.querySelector('.picture')).not.toBeNull();
  });

  it('goes for who does not want to see it, on this device, and comes back at a word', async () => {
    answerWith(preview());
    await show();
    see(toCome);
    see(nearby);
    await comes();
    await userEvent.click(screen.getByRole('button', { name: 'Voorbeeld verbergen' }));
    expect(card()).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
    cleanup();
    await show();
    see(toCome);
    see(nearby);
    expect(card()).toBeNull();
    expect(asked()).toBe(1);
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    await comes();
  });

  it('is that of another page once the post links to another one', async () => {
    answerWith(preview());
    const { rerender } = await show();
    see(toCome);
    see(nearby);
    await comes();
    answerWith(preview({ title: 'Iets anders' }));
    rerender(<div />);
    cleanup();
    await show(linking({ version: 2, blocks: [paragraph(link('https://b.example/'))] }));
    see(toCome);
    see(nearby);
    await waitFor(() => expect(screen.queryByRole('link', { name: /Iets anders/ })).not.toBeNull());
  });
});
