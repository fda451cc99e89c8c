import type { PostId } from '../../protocol/generated.ts';
import { Store } from '../../state/store.ts';

/// A confidential question that has arrived, until somebody has said so: it stands in no feed.
export const askedConfidentially = new Store<PostId | undefined>(undefined);
