/// A browser that looks at the group on one node and notes what comes in over its live channel and what its page shows.
import { keyOfComment, keyOfPost } from './messages.mjs';

const settled = 180_000; // thousands of posts on one page take a slow machine a while

export class Watcher {
  /// `{key, seq, stream, at}` of each post.created and comment.created, as frames brought them.
  arrived = [];
  complaints = [];
  #page;
  #node;

  static async open(browser, node, login, password, group) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' });
    const watcher = new Watcher(await context.newPage(), node);
    await watcher.#signIn(login, password);
    await watcher.#page.goto(`${node}/g/${group}/all`);
    const late = setTimeout(() => watcher.#giveUp(new Error(`the page at ${node} did not go live`)), settled);
    await watcher.#live.finally(() => clearTimeout(late));
    return watcher;
  }

  constructor(page, node) {
    this.#page = page;
    this.#node = node;
    this.#live = new Promise((resolve, reject) => {
      this.#giveUp = reject;
      page.on('websocket', (socket) => {
        socket.on('framereceived', ({ payload }) => this.#read(String(payload), resolve));
      });
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.complaints.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  #live;
  #giveUp;

  /// The group's stream is followed once the server says so.
  #read(text, nowLive) {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const event = JSON.parse(line);
      if (event.type === 'subscribed' && event.stream?.startsWith('group:')) nowLive();
      const key = keyOfCreated(event);
      if (key === undefined) continue;
      this.arrived.push({ key, seq: event.seq, stream: event.stream, at: performance.now() });
    }
  }

  async #signIn(login, password) {
    await this.#page.goto(this.#node);
    const status = await this.#page.evaluate(
      async (body) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch('/api/session', { method: 'POST', headers, body })).status;
      },
      JSON.stringify({ login, password }),
    );
    if (status !== 200) throw new Error(`${login} could not sign in at ${this.#node}: ${status}`);
    this.complaints.length = 0; // the first page asks who is there, and nobody is: that 401 is no fault
  }

  async waitFor(count) {
    await this.#until(() => this.arrived.length >= count);
  }

  /// Away from the top, so that what comes waits for a word.
  async readFurtherDown() {
    await this.#page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  }

  /// The page as a reader gets it who wants to see everything: asks for what is new, waits for the newest post, and goes
  /// down until there is nothing older. What it shows from top to bottom, `[{post, comments}]`, and how long the newest took.
  async readAll(newest) {
    const began = performance.now();
    const pill = this.#page.locator('[role=status] > button');
    const isNewestFirst = async () => (await this.#shown(1))[0]?.post === newest;
    await this.#until(async () => {
      if (await pill.isVisible()) await pill.click();
      return isNewestFirst();
    });
    const newestAfterMs = performance.now() - began;
    // Not by role: on a page this long, asking for one takes longer than the page does.
    await this.#until(() =>
      this.#page.evaluate(() => {
        window.scrollTo(0, document.body.scrollHeight);
        return document.querySelector('[role=feed] + div button') === null;
      }),
    );
    return { shown: await this.#shown(), newestAfterMs };
  }

  #shown(atMost = Infinity) {
    return this.#page.evaluate((most) => {
      const posts = [...document.querySelectorAll('article[data-post]')].slice(0, most);
      return posts.map((post) => ({
        post: Number(post.getAttribute('data-post')),
        comments: [...post.querySelectorAll('[data-comment]')].map((comment) => Number(comment.getAttribute('data-comment'))),
      }));
    }, atMost);
  }

  async #until(isSo) {
    const deadline = performance.now() + settled;
    while (!(await isSo()) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /// Nothing but our own elements may come out of a text: no image, no frame, no script, no foreign scheme.
  async unsafeElements() {
    return this.#page.evaluate(() => {
      const foreign = [...document.querySelectorAll('article :is(img, script, iframe, object, embed, form, style)')];
      const links = [...document.querySelectorAll('article a[href]')].filter(
        (link) => !['http:', 'https:', 'mailto:'].includes(new URL(link.getAttribute('href'), location.href).protocol),
      );
      return foreign.length + links.length;
    });
  }

  async lookAt(path, file, { width = 1440, height = 900, dark = false } = {}) {
    await this.#page.setViewportSize({ width, height });
    await this.#page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    if (path) await this.#page.goto(this.#node + path);
    await this.#page.locator('article, main').first().waitFor();
    await this.#page.waitForLoadState('networkidle');
    await this.#page.screenshot({ path: file });
  }
}

/// Nothing, when the event tells of no new post or comment.
function keyOfCreated({ type, data }) {
  if (type === 'post.created') return keyOfPost(data.post.id);
  return type === 'comment.created' ? keyOfComment(data.comment.id) : undefined;
}
