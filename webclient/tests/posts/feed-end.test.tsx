import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FeedEnd } from '../../src/features/posts/FeedEnd.tsx';
import { nl } from '../../src/i18n/nl.ts';
import { TextContext } from '../../src/i18n/text.tsx';

const mutate = vi.fn();
const end = (next: string | undefined, isPending = false, isError = false) => (
  <TextContext value={nl}>
    <FeedEnd next={next} older={{ isPending, isError, mutate }} />
  </TextContext>
);

/// Everything is in view, after it was not.
class InView {
  readonly look: (entries: { isIntersecting: boolean }[]) => void;
  constructor(look: InView['look']) {
    this.look = look;
  }
  observe() {
    this.look([{ isIntersecting: false }, { isIntersecting: true }]);
  }
  disconnect() {
    return undefined;
  }
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', InView);
  mutate.mockReset();
});

describe('The end of a feed', () => {
  it('asks for older posts as long as it is in view, also when answers come before they are drawn as awaited', () => {
    const { rerender } = render(end('a'));
    expect(mutate).toHaveBeenCalledTimes(1);
    rerender(end('b'));
    expect(mutate).toHaveBeenCalledTimes(2);
  });

  it('asks once while an answer is awaited, and not by itself after a failure', () => {
    const { rerender } = render(end('a'));
    rerender(end('a', true));
    rerender(end('a', false, true));
    expect(mutate).toHaveBeenCalledTimes(1);
    expect(screen.getByText(nl.feed.olderFailed)).toBeTruthy();
  });

  it('says that it is the end', () => {
    render(end(undefined));
    expect(screen.getByText(nl.feed.end)).toBeTruthy();
  });
});
