import { type Draft } from '../posts/drafts.ts';
import { KindMark } from '../posts/KindMark.tsx';
import { kindOf } from '../posts/outbox.ts';
import { ConfidentialMark } from '../questions/ConfidentialMark.tsx';

/// What a draft is to become, and whether only some may read it.
export const DraftMark = ({ draft }: { draft: Draft }) => (draft.confidential ? <ConfidentialMark /> : <KindMark kind={kindOf(draft)} />);
