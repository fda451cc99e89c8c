import type { Idea, IdeaStatus } from '../../protocol/generated.ts';

/// How far an idea has come. Pure.

/// As they usually follow.
export const statuses: readonly IdeaStatus[] = ['heard', 'under_review', 'planned', 'done', 'declined'];

/// What usually comes next; whoever comes back to what has ended looks at it again.
export function after(status: IdeaStatus | undefined): IdeaStatus {
  switch (status) {
    case undefined:
      return 'heard';
    case 'planned':
      return 'done';
    case 'under_review':
      return 'planned';
    default:
      return 'under_review';
  }
}

/// Nobody votes for it any more, until somebody comes back to it.
export const isEnded = ({ status }: Idea): boolean => status === 'done' || status === 'declined';
