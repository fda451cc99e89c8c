import { describe, expect, it } from 'vitest';
import { emptyNews, isBegun, isNewsDraft, mostAffected, newNewsOf, newsAgain } from '../../src/features/news/draft.ts';
import { bodyOf, editOf, keepDraft, keptDraft, requestOf, wordsOf } from '../../src/features/posts/drafts.ts';
import { isTitle, roomInTitle } from '../../src/features/titles/title.ts';
import { post } from '../make.ts';

const news = { ...emptyNews, title: 'Nieuwe kluis', lead: 'Vanaf maandag.' };

describe('News in the making', () => {
  it('is sent as one text, with what it asks', () => {
    const draft = { body: 'De sleutels…', mark: 'work' as const, news: { ...news, mustRead: true, affects: [4, 2] } };
    const words = { tab: 21, body: '# Nieuwe kluis\n\nVanaf maandag.\n\nDe sleutels…', mark: 'work' };
    expect(requestOf(draft, 21, 0, true)).toEqual({ ...words, news: { must_read: true, affects: [4, 2] } });
  });

  it('does not ask for a confirmation where its author may not, though that was chosen elsewhere', () => {
    expect(newNewsOf({ ...news, mustRead: true }, false)).toEqual({ must_read: false, affects: [] });
    expect(newNewsOf({ ...news, mustRead: false }, true)).toEqual({ must_read: false, affects: [] });
  });

  it('is asked for again as it was', () => {
    const affects = [{ department: 4 }, { department: 2, acknowledgement: { by: 3, note: 'Doen we', at: '' } }];
    expect(newsAgain({ version: 3, must_read: true, confirmed: 7, affects })).toEqual({ must_read: true, affects: [4, 2] });
  });

  it('needs a title, of 120 letters at most, in what is shown', () => {
    expect(isTitle(' \n ')).toBe(false);
    expect([isTitle('é'.repeat(120)), isTitle('é'.repeat(121))]).toEqual([true, false]);
    expect([roomInTitle('🙂'.repeat(108)).isTight, roomInTitle('🙂'.repeat(109))]).toEqual([false, { left: 11, isTight: true }]);
    const plain = ['**vet** _x_', '[hier](https://plein.nl/a/b)', 'C\\#', '&amp;', '[@Fatma Yıldız](person:12)', ' a \n b '].map((title) => 120 - roomInTitle(title).left);
    expect(plain).toEqual(['vet x', 'hier', 'C#', '&', '@Fatma Yıldız', 'a b'].map(({ length }) => length));
  });

  it('is begun once something was filled in', () => {
    expect(isBegun({ ...emptyNews, title: ' ', mustRead: true })).toBe(false);
    for (const more of [{ title: 'x' }, { lead: 'x' }, { affects: [4] }]) expect(isBegun({ ...emptyNews, ...more })).toBe(true);
  });

  it('is kept, and what another version of Plein kept is not taken for it', () => {
    expect(isNewsDraft({ ...news, affects: [4, 2] })).toBe(true);
    const others = [null, {}, { ...news, title: 1 }, { ...news, lead: undefined }, { ...news, mustRead: 'ja' }, { ...news, affects: ['4'] }, { ...news, affects: [4, 4] }];
    for (const other of [...others, { ...news, affects: Array.from({ length: mostAffected + 1 }, (_, id) => id) }]) expect(isNewsDraft(other)).toBe(false);
    keepDraft(21, { body: '', mark: 'work', news: emptyNews });
    expect(keptDraft(21)).toEqual({ body: '', mark: 'work', news: emptyNews });
    keepDraft(21, { body: 'x', mark: 'work', news: { ...news, affects: ['4'] as never } });
    expect(keptDraft(21)).toBeUndefined();
  });
});

describe('News that is edited', () => {
  it('stands in its fields, and is saved as one text', () => {
    const draft = wordsOf(post(5, { kind: 'news', body: '## Kop\nInleiding\n\n- een' }));
    expect(draft).toEqual({ body: '- een', mark: 'work', news: { title: 'Kop', lead: 'Inleiding', mustRead: false, affects: [] } });
    expect(editOf(draft)).toEqual({ body: '# Kop\n\nInleiding\n\n- een', mark: 'work' });
  });

  it('is not saved without a title', () => {
    expect(editOf({ body: 'x', mark: 'work', news: { ...news, title: ' ' } }).body).toBe('');
    expect(bodyOf({ body: 'x', mark: 'work', news: { ...news, title: ' ' } })).not.toBe('');
  });

  it('stands in one field where another client gave it another shape', () => {
    expect(wordsOf(post(5, { kind: 'news', body: 'Kop\n===\n\nTekst' }))).toEqual({ body: 'Kop\n===\n\nTekst', mark: 'work' });
    expect(wordsOf(post(5, { body: '# Kop\n\nTekst' }))).toEqual({ body: '# Kop\n\nTekst', mark: 'work' });
  });
});
