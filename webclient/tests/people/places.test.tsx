import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { visit } from '../visit.tsx';

const as = { role: 'administrator', rights: ['browse_people', 'manage_people'] } as const;
const mark = () =>
  within(screen.getByRole('navigation', { name: 'Navigatie' })).getByRole('link', { name: 'Mensen' }).getAttribute('aria-current');

beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(() => vi.unstubAllGlobals());

describe('The pages about people', () => {
  it('are two by name: one to find somebody, one to manage accounts', async () => {
    const { unmount } = await visit('/people', { as: { ...as, rights: [...as.rights] } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Mensen' })).toBeTruthy();
    expect(document.title).toBe('Mensen · Plein');
    unmount();
    await visit('/admin/people', { as: { ...as, rights: [...as.rights] } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Mensen beheren' })).toBeTruthy();
    expect(document.title).toBe('Mensen beheren · Plein');
  });

  it.each(['/people', '/people/3', '/departments', '/departments/1', '/admin/people', '/admin/people/3', '/admin/people/import'])(
    'have one place in the rail: %s',
    async (address) => {
      await visit(address, { as: { ...as, rights: [...as.rights] } });
      expect(mark()).toBe('page');
    },
  );

  it('leave it unmarked elsewhere', async () => {
    await visit('/groups', { as: { ...as, rights: [...as.rights] } });
    expect(mark()).toBeNull();
  });
});

describe('What narrows the list of people down', () => {
  const window_ = window as unknown as { happyDOM: { setViewport: (size: { width: number }) => void } };
  const folded = () => screen.getByLabelText('Afdeling').closest('details');
  afterEach(() => window_.happyDOM.setViewport({ width: 1024 }));

  it('folds away on a phone, behind how many of it are on', async () => {
    window_.happyDOM.setViewport({ width: 390 });
    const { unmount } = await visit('/people');
    expect(await screen.findByText('Filters')).toBeTruthy();
    expect(folded()?.open).toBe(false);
    expect(screen.getByRole('searchbox').closest('details')).toBeNull();
    unmount();
    await visit('/people?side=ssc&department=4');
    expect(await screen.findByText('Filters (2)')).toBeTruthy();
  });

  it('stands in sight where there is room', async () => {
    await visit('/people?side=ssc');
    expect(await screen.findByLabelText('Afdeling')).toBeTruthy();
    expect(folded()).toBeNull();
    expect(screen.queryByText(/^Filters/)).toBeNull();
  });
});
