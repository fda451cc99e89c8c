/// Hands over in batches what comes one by one: the first at once, what follows within a pause together. However much
/// comes, the screen is drawn a few times a second; and what comes alone does not wait. Whoever does more with it than
/// draw takes a longer pause.
///
/// Bound: `most` items wait at most, then they go at once (a tab in the background gets its timers late).
const usualPause = 100;
const most = 512;

export class Batches<Item> {
  private readonly take: (items: readonly Item[]) => void;
  private readonly pause: number;
  private waiting: Item[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(take: (items: readonly Item[]) => void, pause = usualPause) {
    this.take = take;
    this.pause = pause;
  }

  add(item: Item): void {
    this.waiting.push(item);
    if (this.timer === undefined) {
      this.rest();
      // After the message that it came in, which may hold more.
      queueMicrotask(() => {
        this.flush();
      });
    } else if (this.waiting.length >= most) this.flush();
  }

  /// Hands over what waits, now: what comes next depends on it.
  flush(): void {
    const items = this.waiting;
    if (items.length === 0) return;
    this.waiting = [];
    this.take(items);
  }

  /// Forgets what waits.
  clear(): void {
    this.waiting = [];
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private rest(): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.waiting.length === 0) return;
      this.rest();
      this.flush();
    }, this.pause);
  }
}
