import { describe, expect, it } from 'vitest';
import { endFatally, fatalDetails } from '../../../electron/log/fatal';

const about = { version: '0.1.0', electron: '45.4.1', platform: 'linux' };

describe('fatalDetails', () => {
  it('keeps the type and our own frames, and no free text', () => {
    const bug = new TypeError('canary-5ecret in https://sis.example/?code=canary-5ecret');
    bug.stack = [
      'TypeError: canary-5ecret',
      '    at runCheck (/home/canary-5ecret/app/main.js:12:34)',
      '    at async open (file:///opt/app/main/check-1a2b.js:5:6)',
      '    at /anonymous/canary-5ecret:1:1',
    ].join('\n');
    const details = fatalDetails(bug, about);
    expect(JSON.stringify(details)).not.toContain('canary-5ecret');
    expect(details.type).toBe('TypeError');
    expect(details.frames).toEqual(['runCheck (main.js:12:34)', 'open (check-1a2b.js:5:6)']);
  });

  it('survives what is not an exception', () => {
    expect(fatalDetails('canary-5ecret', about)).toEqual({ ...about, type: 'string', frames: [] });
  });
});

describe('endFatally', () => {
  it.each(['en', 'fr'] as const)('copies the details only when asked, and always quits (%s)', (language) => {
    for (const chosen of [0, 1]) {
      const copied: string[] = [];
      const exits: number[] = [];
      endFatally(new Error('x'), about, {
        clear: () => undefined,
        language: () => language,
        ask: () => chosen,
        copy: (text) => copied.push(text),
        exit: (code) => exits.push(code),
      });
      expect(copied).toHaveLength(chosen === 0 ? 1 : 0);
      expect(exits).toEqual([70]);
    }
  });

  const broken = (): never => {
    throw new Error('broken');
  };

  it.each(['clear', 'language', 'ask', 'copy'] as const)('quits although it cannot %s', (step) => {
    const exits: number[] = [];
    const works = {
      clear: () => undefined,
      language: () => 'en' as const,
      ask: () => 0,
      copy: () => undefined,
    };
    endFatally(new Error('x'), about, { ...works, exit: (code) => exits.push(code), [step]: broken });
    expect(exits).toEqual([70]);
  });

  it('quits although the bug cannot be looked at', () => {
    const exits: number[] = [];
    const bug = new Proxy(new Error('x'), { get: broken });
    const port = {
      clear: () => undefined,
      language: () => 'en' as const,
      ask: () => 0,
      copy: () => undefined,
    };
    endFatally(bug, about, { ...port, exit: (code) => exits.push(code) });
    expect(exits).toEqual([70]);
  });
});
