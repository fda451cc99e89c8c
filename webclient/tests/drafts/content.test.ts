import { describe, expect, it } from 'vitest';
import { contentOf, draftIn, outcomeOf } from '../../src/features/drafts/content.ts';
import { emptyPoll } from '../../src/features/polls/draft.ts';

const saying = (body: string) => JSON.stringify({ body, mark: 'work' });
const [first, mine, theirs] = [saying('Eerst'), saying('Hier verder'), saying('Daar verder')];
const none = { version: 0 };
const kept = { version: 3, content: first };

describe('A draft that travels', () => {
  it('comes out as it went in', () => {
    const draft = { body: 'Hallo', mark: 'work', at: '2099-11-30T08:00', poll: emptyPoll } as const;
    expect(draftIn(contentOf(draft) ?? '')).toEqual(draft);
  });

  it('says whom it asked in private, and is left alone when that is nobody that could be', () => {
    const draft = { body: 'Hallo', mark: 'work', askedPrivately: { department: 4 } } as const;
    expect(draftIn(contentOf(draft) ?? '')).toEqual(draft);
    expect(draftIn(JSON.stringify({ ...draft, askedPrivately: 'HR' }))).toBeUndefined();
  });

  it('is none while nothing is written', () => {
    expect(contentOf(undefined)).toBeUndefined();
    expect(contentOf({ body: ' ', mark: 'work' })).toBeUndefined();
    expect(contentOf({ body: '', mark: 'work', poll: emptyPoll })).toBeUndefined();
  });

  it.each([['no JSON', '{'], ['another shape', '{"text":"x"}'], ['a moment that is none', '{"body":"x","mark":"work","at":"soon"}'], ['nothing', 'null']])(
    'is left alone when it is %s',
    (_what, content) => {
      expect(draftIn(content)).toBeUndefined();
      expect(outcomeOf(undefined, none, { version: 4, content })).toBe('foreign');
      expect(outcomeOf(mine, kept, { version: 4, content })).toBe('foreign');
    },
  );
});

describe('Where this device and the server differ', () => {
  it('what was typed here alone is saved', () => {
    expect(outcomeOf(mine, kept, kept)).toBe('save');
    expect(outcomeOf(undefined, kept, kept)).toBe('save');
    expect(outcomeOf(mine, none, undefined)).toBe('save');
  });

  it('what was typed there alone is taken, and so is that it is gone', () => {
    expect(outcomeOf(first, kept, { version: 4, content: theirs })).toBe('take');
    expect(outcomeOf(undefined, none, { version: 1, content: theirs })).toBe('take');
    expect(outcomeOf(first, kept, undefined)).toBe('take');
  });

  it('what was typed in both places waits for a choice', () => {
    expect(outcomeOf(mine, kept, { version: 4, content: theirs })).toBe('apart');
    expect(outcomeOf(mine, none, { version: 1, content: theirs })).toBe('apart');
  });

  it('what was dropped there and typed on here is kept here', () => {
    expect(outcomeOf(mine, kept, undefined)).toBe('save');
  });

  it('what was emptied here, and typed on there, is there', () => {
    expect(outcomeOf(undefined, kept, { version: 4, content: theirs })).toBe('take');
  });

  it('the same words are one draft, whoever kept them', () => {
    expect(outcomeOf(mine, kept, { version: 9, content: mine })).toBe('agree');
    expect(outcomeOf(undefined, kept, undefined)).toBe('agree');
  });

  it('one that begins anew at the same version is another one', () => {
    expect(outcomeOf(first, kept, { version: 3, content: theirs })).toBe('take');
  });
});
