import { afterEach, describe, expect, it, vi } from 'vitest';
import { placeOf } from '../../src/features/mentions/field.ts';

afterEach(() => document.body.replaceChildren());

describe('The place of a letter', () => {
  it('is measured in a copy of the field, and moves as the field is scrolled', () => {
    const area = document.createElement('textarea');
    area.value = 'Dag @fatma';
    area.style.lineHeight = '24px';
    document.body.append(area);
    let measured = '';
    vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function offsetTop(this: HTMLElement) {
      measured = `${this.previousSibling?.textContent ?? ''}|${this.textContent}`;
      return 96;
    });
    vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockReturnValue(40);
    vi.spyOn(area, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 200, 300, 120));
    vi.spyOn(area, 'scrollTop', 'get').mockReturnValue(48);
    const { x, y, width, height } = placeOf(area, 4);
    expect({ x, y, width, height }).toEqual({ x: 50, y: 248, width: 0, height: 24 });
    expect(measured).toBe('Dag |@fatma');
    expect([...document.body.children]).toEqual([area]);
  });
});
