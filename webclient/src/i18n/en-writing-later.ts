import type { writingLater as nl } from './nl-writing-later.ts';

/// The part of the catalogue about the page of a topic, and about how a text will look, that comes later.

export const writingLater: typeof nl = {
  topicPage: {
    lead: 'Posts on this topic that you can read.',
    none: (topic) => `No posts about #${topic} that you can read.`,
    noneHint: 'Put # before a word in a post, and others find it under that topic.',
    toHome: 'To Home',
  },

  preview: {
    label: 'This is how it will look',
    nothing: 'Type something to see here how it will look.',
  },
};
