import type { ideaWriting as nl } from './nl-idea-writing.ts';

/// The part of the catalogue about writing an idea that everyone may meet: who begins with one, and what becomes of it on its way.

export const ideaWriting: typeof nl = {
  body: 'Your idea',
  prompt: 'What could be better?',
  submit: 'Post idea',
  withoutTarget: 'Post it without a choice',
};
