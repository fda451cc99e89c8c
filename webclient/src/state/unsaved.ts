import { Store } from './store.ts';

/// How many editors hold changes that are not saved.
export const unsavedEditors = new Store(0);
