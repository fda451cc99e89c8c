import type { AllWords } from '../i18n/text.tsx';

/// Every key that does something, for the dialog and the help page.
export interface Shortcut {
  /// One after the other; `Ctrl` together with what follows it.
  keys: readonly string[];
  means: keyof AllWords['help']['keys'];
}

/// Only while single letters are on.
export const singleLetters: readonly Shortcut[] = [
  { keys: ['j'], means: 'next' },
  { keys: ['k'], means: 'previous' },
  { keys: ['n'], means: 'nextUnread' },
  { keys: ['l'], means: 'like' },
  { keys: ['r'], means: 'reply' },
  { keys: ['b'], means: 'keep' },
  { keys: ['u'], means: 'unread' },
  { keys: ['c'], means: 'compose' },
  { keys: ['g', 'h'], means: 'home' },
  { keys: ['g', 'g'], means: 'groups' },
  { keys: ['g', 'a'], means: 'calendar' },
  { keys: ['g', 'q'], means: 'questions' },
  { keys: ['g', 'n'], means: 'notifications' },
  { keys: ['?'], means: 'help' },
];

export const otherKeys: readonly Shortcut[] = [
  { keys: ['Page Down'], means: 'next' },
  { keys: ['Page Up'], means: 'previous' },
  { keys: ['Ctrl', 'Enter'], means: 'send' },
  { keys: ['F6'], means: 'regions' },
  { keys: ['Esc'], means: 'close' },
];
