import type { Question } from '../../protocol/generated.ts';
import { PostAbout } from '../posts/PostAbout.tsx';
import { MergedInto } from './MergedInto.tsx';
import { AlsoAsked } from './Merged.tsx';
import { isMerged } from './question.ts';

/// On the card: with which question it was merged, or how many others it answers as well.
export const MergedLine = ({ question }: { question: Question }) => (
  <PostAbout>{isMerged(question) ? <MergedInto post={question.merged_into} /> : <AlsoAsked question={question} />}</PostAbout>
);
