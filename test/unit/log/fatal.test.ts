import { languages } from '@contract/languages';
import { describe, expect, it } from 'vitest';
import type { BugDetails } from '../../../electron/log/bugs';
import { commandLineBug, endFatally, windowQuestion } from '../../../electron/log/fatal';

const details: BugDetails = {
  version: '0.1.0',
  build: '0123456789ab',
  electron: '45.4.1',
  platform: 'linux',
  where: 'main',
  trace: [{ type: 'TypeError', frames: ['main/main.js:1:234'] }],
};

const works = {
  clear: () => undefined,
  note: () => details,
  language: () => 'en' as const,
  ask: () => 0,
  copy: (_text: string): void => undefined,
};

describe('endFatally', () => {
  it.each(languages)('copies the details only when asked, and always quits (%s)', (language) => {
    for (const chosen of [0, 1]) {
      const copied: string[] = [];
      const exits: number[] = [];
      endFatally(new Error('x'), {
        ...works,
        language: () => language,
        ask: () => chosen,
        copy: (text) => void copied.push(text),
        exit: (code) => exits.push(code),
      });
      expect(copied.map((text) => JSON.parse(text))).toEqual(chosen === 0 ? [details] : []);
      expect(exits).toEqual([70]);
    }
  });

  const broken = (): never => {
    throw new Error('broken');
  };

  it.each(['clear', 'note', 'language', 'ask', 'copy'] as const)('quits although it cannot %s', (step) => {
    const exits: number[] = [];
    endFatally(new Error('x'), { ...works, exit: (code) => exits.push(code), [step]: broken });
    expect(exits).toEqual([70]);
  });

  it('ends once the details are copied, and although they never are', async () => {
    for (const copying of [Promise.resolve(), Promise.reject(new Error('x')), new Promise(() => undefined)]) {
      const code = await new Promise((exit) =>
        endFatally(new Error('x'), { ...works, copy: () => copying, exit }),
      );
      expect(code).toBe(70);
    }
  });

  it('writes the bug down before it asks', () => {
    const did: string[] = [];
    endFatally(new Error('x'), {
      ...works,
      note: () => {
        did.push('noted');
        return details;
      },
      ask: () => {
        did.push('asked');
        return 1;
      },
      exit: () => undefined,
    });
    expect(did).toEqual(['noted', 'asked']);
  });
});

describe('what is said', () => {
  it.each(languages)('without a window: one line, whatever the disk takes (%s)', (language) => {
    const inLog = commandLineBug(details, '~/.config/logs/wizard.log', language);
    expect(inLog).toContain('~/.config/logs/wizard.log');
    const inLine = commandLineBug(details, null, language);
    expect(inLine).toContain(JSON.stringify(details));
    for (const line of [inLog, inLine]) expect(line).not.toContain('\n');
  });

  it.each(languages)('of a window that is gone, or does not answer: three ways on (%s)', (language) => {
    for (const what of ['gone', 'unresponsive'] as const) {
      expect(new Set(windowQuestion(what, language).buttons).size).toBe(3);
    }
  });
});
