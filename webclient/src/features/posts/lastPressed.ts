import type { AllWords } from '../../i18n/text.tsx';
import type { PostId } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';

interface Acts<Said, Answer> {
  ask: (post: PostId, said: Said) => Promise<Answer>;
  put: (post: PostId, answer: Answer, said: Said) => void;
  giveBack: (post: PostId, said: Said, error: unknown, text: AllWords) => void;
}

/// What one says of a post with one press, until the server has answered. One request at a time goes out for a post, and
/// what was pressed last is what is sent last; what the server refuses stands as it was.
export function lastPressed<Said extends string | boolean, Answer>({ ask, put, giveBack }: Acts<Said, Answer>) {
  const pressed = new Store<ReadonlyMap<PostId, Said>>(new Map());
  whenLeaving(() => {
    pressed.set(new Map());
  });

  function hold(post: PostId, said: Said | undefined): void {
    pressed.update((all) => {
      const others = [...all].filter(([each]) => each !== post);
      return new Map(said === undefined ? others : [...others, [post, said]]);
    });
  }

  async function outcomeOf(post: PostId, said: Said): Promise<{ answer: Answer } | { failure: unknown }> {
    try {
      return { answer: await ask(post, said) };
    } catch (failure) {
      return { failure };
    }
  }

  async function send(post: PostId, said: Said, text: AllWords): Promise<void> {
    const outcome = await outcomeOf(post, said);
    const now = pressed.get().get(post);
    // Whoever left says nothing any more.
    if (now === undefined) return;
    if ('answer' in outcome) put(post, outcome.answer, said);
    if (now !== said) return send(post, now, text);
    hold(post, undefined);
    if ('failure' in outcome) giveBack(post, said, outcome.failure, text);
  }

  return {
    usePressed: (post: PostId): Said | undefined => useStore(pressed, (all) => all.get(post)),
    press: (post: PostId, said: Said, text: AllWords): void => {
      const isUnderway = pressed.get().has(post);
      hold(post, said);
      if (!isUnderway) void send(post, said, text);
    },
  };
}
