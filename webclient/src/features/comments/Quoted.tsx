import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Comment, CommentId } from '../../protocol/generated.ts';

/// Comments that others reply to and that do not stand with them: answers bring them along.
const Quoted = createContext<ReadonlyMap<CommentId, Comment>>(new Map());

interface Props {
  pages: readonly { quoted: readonly Comment[] }[];
  children: ReactNode;
}

export function QuotedIn({ pages, children }: Props) {
  const around = use(Quoted);
  const quoted = useMemo(() => {
    const here = pages.flatMap((page) => page.quoted).map((each) => [each.id, each] as const);
    return here.length === 0 ? around : new Map([...around, ...here]);
  }, [pages, around]);
  return <Quoted value={quoted}>{children}</Quoted>;
}

/// Undefined when nobody told what it says.
export const useQuoted = (id: CommentId | undefined): Comment | undefined => {
  const quoted = use(Quoted);
  return id === undefined ? undefined : quoted.get(id);
};
