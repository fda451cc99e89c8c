import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { forgetPeople, learnPeople } from '../../src/features/people/people.ts';
import { Markdown } from '../../src/features/posts/Markdown.tsx';
import type { MarkdownNode, Me, Role } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, me, person } from '../make.ts';

const mention = (more: Partial<MarkdownNode>): MarkdownNode => ({ type: 'mention', text: '@Zoals het was', ...more });

async function drawText(...mentions: MarkdownNode[]) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items":[]}')));
  forgetPeople();
  const drawn = await draw(<Markdown blocks={[{ type: 'paragraph', children: [{ type: 'text', text: 'Dag ' }, ...mentions] }]} />);
  const text = within(drawn.container.querySelector('p') ?? expect.fail());
  return { ...drawn, text };
}
const signInAs = (role: Role) => {
  const other: Me = { ...me, role };
  act(() => void queries.setQueryData(meQuery.queryKey, other));
};

describe('Whom a text names', () => {
  it('is shown by the name that they have now, and leads to their profile', async () => {
    const { text, container } = await drawText(mention({ person: 3 }));
    const link = text.getByRole('link', { name: '@Priya Ramdin' });
    expect(link.getAttribute('href')).toBe('/people/3');
    expect(link.dataset.own).toBeUndefined();
    act(() => learnPeople([{ ...person(3, 'Priya Bakker'), version: 2 }]));
    expect(await text.findByRole('link', { name: '@Priya Bakker' })).toBeTruthy();
    await expectAccessible(container);
  });

  it('is the reader: that stands out, and is said', async () => {
    const { text, container } = await drawText(mention({ person: 7 }));
    expect(text.getByRole('link', { name: '@Roos van der Meulen (dat ben jij)' }).dataset.own).toBe('true');
    await expectAccessible(container);
  });

  it('is somebody of whom this reader knows nothing: the text has its own name for them, and leads nowhere', async () => {
    const { text } = await drawText(mention({ person: 99 }));
    expect(text.getByText('@Zoals het was')).toBeTruthy();
    expect(text.queryByRole('link')).toBeNull();
  });

  it('is a department: it leads to its page, and guests read its name', async () => {
    const { text } = await drawText(mention({ department: 4 }));
    expect(text.getByText('@Zoals het was')).toBeTruthy();
    act(() => {
      queries.setQueryData(departmentsQuery.queryKey, { items: [department(4, { name: 'Verkoop' })], cursors: [] });
    });
    expect((await text.findByRole('link', { name: '@Verkoop' })).getAttribute('href')).toBe('/departments/4');
    signInAs('guest');
    expect(await text.findByText('@Verkoop')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('has a name where a newer server says it in another way', async () => {
    const { text } = await drawText(mention({}));
    expect(text.getByText('Dag @Zoals het was')).toBeTruthy();
  });
});
