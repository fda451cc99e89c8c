import type { News, PostId, PostView } from '../../protocol/generated.ts';
import { applyToPosts, changeView } from '../posts/queries.ts';
import { type NewsEvent, withConfirmed, withNews } from './news.ts';
import { applyToWaitingNews, changeWaitingNews } from './waitingNews.ts';

export function applyNewsEvent(event: NewsEvent): void {
  applyToPosts(event);
  applyToWaitingNews(event);
}

/// What an own act made of it. The event that follows finds it there.
export function putNews(post: PostId, news: News): void {
  put(post, (view) => withNews(view, news));
}

export function putConfirmed(post: PostId, news: News): void {
  put(post, (view) => withConfirmed(withNews(view, news)));
}

function put(post: PostId, change: (view: PostView) => PostView): void {
  changeView(post, change);
  changeWaitingNews(post, change);
}
