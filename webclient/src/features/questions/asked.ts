import type { PostId } from '../../protocol/generated.ts';
import { Store } from '../../state/store.ts';

/// The confidential question that was asked last, from this device: it stands in no feed, so somebody has to say where it is.
export const askedConfidentially = new Store<PostId | undefined>(undefined);
