import type { KeyboardEvent, RefObject } from 'react';
import { useCommand } from '../../state/commands.ts';

/// Walks from post to post: j and k from anywhere, Page Down and Page Up from within the feed.
export function useFeedKeys(feed: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const walk = (step: 1 | -1) => {
    const articles = [...(feed.current?.querySelectorAll<HTMLElement>(':scope > article') ?? [])];
    const next = articles[placeOf(articles, step)];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'start' });
  };
  useCommand('next', () => {
    walk(1);
  });
  useCommand('previous', () => {
    walk(-1);
  });

  return (event) => {
    const isWriting = event.target instanceof Element && event.target.closest('textarea, input, select') !== null;
    if (isWriting || (event.key !== 'PageDown' && event.key !== 'PageUp')) return;
    event.preventDefault();
    walk(event.key === 'PageDown' ? 1 : -1);
  };
}

/// Beside the post that has the focus; without one, the first in view.
function placeOf(articles: HTMLElement[], step: 1 | -1): number {
  const current = articles.findIndex((article) => article.contains(document.activeElement));
  if (current >= 0) return Math.min(articles.length - 1, Math.max(0, current + step));
  return Math.max(0, articles.findIndex((article) => article.getBoundingClientRect().bottom > 80));
}
