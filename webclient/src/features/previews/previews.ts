import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { PostId } from '../../protocol/generated.ts';

/// What the page says of itself that a post links to; nothing where it says nothing, and where previews are switched off.
/// Asked once while the page lives, and again when the post links to another page. That there is none holds for a minute: the
/// server says so also while it cannot look. An error is an answer for the moment.
export const previewQuery = (post: PostId, url: string) =>
  queryOptions({
    queryKey: ['preview', post, url] as const,
    queryFn: async () => (await api.getLinkPreview({ post })).preview ?? null,
    staleTime: ({ state }) => (state.data ? Infinity : 60_000),
    gcTime: Infinity,
    retry: false,
  });
