import type { KeyboardEvent, RefObject } from 'react';
import { useCommand } from '../../state/commands.ts';
import { usePostKeys } from './usePostKeys.ts';

/// Walks from post to post: j and k from anywhere, Page Down and Page Up from within, n to what is unread. `place` holds
/// the feeds; what has `data-news` in it stands for unread posts as well.
export function useFeedKeys(place: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const walk = (step: 1 | -1) => {
    const articles = findIn(place, '[role="feed"] > article');
    go(articles[placeOf(articles, step)]);
  };
  useCommand('next', () => {
    walk(1);
    return true;
  });
  useCommand('previous', () => {
    walk(-1);
    return true;
  });
  usePostKeys(place);
  useCommand('nextUnread', () => go(nextOf(findIn(place, 'article[data-unread], [data-news]'))));

  return (event) => {
    const isWriting = event.target instanceof Element && event.target.closest('textarea, input, select') !== null;
    if (isWriting || (event.key !== 'PageDown' && event.key !== 'PageUp')) return;
    event.preventDefault();
    walk(event.key === 'PageDown' ? 1 : -1);
  };
}

const findIn = (place: RefObject<HTMLElement | null>, selector: string) => [
  ...(place.current?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/// False when there is nothing to go to.
function go(element: HTMLElement | undefined): boolean {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'start' });
  return element !== undefined;
}

/// Beside the post that has the focus; without one, the first in view.
function placeOf(articles: HTMLElement[], step: 1 | -1): number {
  const current = articles.findIndex((article) => article.contains(document.activeElement));
  if (current >= 0) return Math.min(articles.length - 1, Math.max(0, current + step));
  return Math.max(0, articles.findIndex(isInOrBelowView));
}

/// The first one below where the focus is, or else the first in view.
function nextOf(elements: HTMLElement[]): HTMLElement | undefined {
  const from = document.activeElement?.closest('article, [data-news]');
  if (!from) return elements.find(isInOrBelowView);
  return elements.find((element) => (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
}

const isInOrBelowView = (element: HTMLElement) => element.getBoundingClientRect().bottom > 80;
