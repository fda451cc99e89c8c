import type { Language, MarkdownTree, Post } from '../../protocol/generated.ts';

/// What a post says, and in which of its two languages. Pure.

export interface Said {
  blocks: MarkdownTree;
  /// Known only of a post that says it in the other one too.
  lang: Language | undefined;
  isTranslated: boolean;
}

export const otherThan = (language: Language): Language => (language === 'nl' ? 'en' : 'nl');

/// In this language where its author wrote it so, else as it was written.
export function saidIn({ blocks, translation }: Pick<Post, 'blocks' | 'translation'>, language: Language): Said {
  if (!translation) return { blocks, lang: undefined, isTranslated: false };
  if (translation.language === language) return { blocks: translation.blocks, lang: language, isTranslated: true };
  return { blocks, lang: otherThan(translation.language), isTranslated: false };
}
