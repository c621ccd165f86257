import { framePattern, traceOf } from '@contract/trace';
import { describe, expect, it } from 'vitest';
import { Bugs, detailsText } from '../../../electron/log/bugs';
import type { LogEvent } from '../../../electron/log/log';

const CANARY = 'canary-5ecret';
const about = { version: '0.1.0', build: '0123456789ab', electron: '45.4.1', platform: 'linux' as const };

function testLog() {
  const written: LogEvent[] = [];
  const bugs = new Bugs({
    about,
    files: () => new Set(['main/main.js', 'renderer/assets/open-1a2b3c4d.js']),
    write: (event) => written.push(event),
  });
  return { bugs, written };
}

const throwing = (frames: readonly string[]) => {
  const bug = new TypeError(`${CANARY} in https://sis.example/?code=${CANARY}`);
  bug.stack = [`TypeError: ${bug.message}`, ...frames].join('\n');
  return bug;
};

describe('Bugs', () => {
  it('keeps what is of this build, and no free text', () => {
    const { bugs, written } = testLog();
    const trace = traceOf(
      throwing([
        `    at ${CANARY} (/home/${CANARY}/app.asar/main/main.js:12:34)`,
        `    at app://wizard/assets/open-1a2b3c4d.js:1:9`,
        `    at x (/home/pat/main/${CANARY}.js:5:6)`,
      ]),
    );
    const details = bugs.note({ where: 'main', trace });
    expect(details).toEqual({
      ...about,
      where: 'main',
      trace: [{ type: 'TypeError', frames: ['main/main.js:12:34', 'renderer/assets/open-1a2b3c4d.js:1:9'] }],
    });
    expect(detailsText(details) + JSON.stringify(written)).not.toContain(CANARY);
    expect(written).toHaveLength(1);
  });

  it('writes one in a loop at its 1st, 10th, 100th … time, and goes on telling its details', () => {
    const { bugs, written } = testLog();
    const trace = traceOf(throwing(['    at x (/opt/main/main.js:1:2)']));
    for (let time = 0; time < 5_000; time += 1) {
      expect(bugs.note({ where: 'window-error', trace }).trace).toHaveLength(1);
    }
    expect(written.map((event) => ('times' in event ? event.times : 1))).toEqual([1, 10, 100, 1000]);
  });

  it('writes no more than fifty different ones of a run', () => {
    const { bugs, written } = testLog();
    for (let line = 1; line <= 5_000; line += 1) {
      bugs.note({
        where: 'window-error',
        trace: traceOf(throwing([`    at x (/opt/main/main.js:${line}:2)`])),
      });
    }
    expect(written).toHaveLength(50);
  });
});

class Quoting extends Error {
  override name = CANARY;
}
const circular = new Error('x');
circular.cause = circular;
const broken = (): never => {
  throw new Error(CANARY);
};

/** Everything that can be thrown. */
const thrown: readonly (readonly [what: string, bug: unknown, type: string])[] = [
  ['an error', new RangeError(CANARY), 'RangeError'],
  ['a class of one’s own', new (class Own extends TypeError {})(CANARY), 'TypeError'],
  ['one whose name quotes', new Quoting(CANARY), 'Error'],
  ['a DOMException', new DOMException(CANARY, 'AbortError'), 'AbortError'],
  ['a text', CANARY, 'string'],
  ['a number', 5, 'number'],
  ['nothing', undefined, 'undefined'],
  ['null', null, 'object'],
  ['an object without a prototype', Object.assign(Object.create(null), { message: CANARY }), 'object'],
  ['an object like an error', { name: CANARY, message: CANARY, stack: CANARY }, 'Error'],
  ['a stack that is no text', Object.assign(new Error(CANARY), { stack: { at: CANARY } }), 'Error'],
  ['what cannot be looked at', new Proxy(new Error(CANARY), { get: broken, has: broken }), 'object'],
  ['one without an end', circular, 'Error'],
];

describe('traceOf', () => {
  it.each(thrown)('%s', (_what, bug, type) => {
    const trace = traceOf(bug);
    expect(trace[0]?.type).toBe(type);
    expect(trace.length).toBeLessThanOrEqual(4);
    expect(JSON.stringify(trace)).not.toContain(CANARY);
  });

  it('goes on to the cause, and to the first of several', () => {
    const inner = throwing(['    at x (/opt/main/main.js:7:8)']);
    const outer = new Error(CANARY, { cause: new AggregateError([inner, new Error(CANARY)]) });
    expect(traceOf(outer).map(({ type }) => type)).toEqual(['Error', 'AggregateError', 'TypeError']);
    expect(traceOf(outer)[2]?.frames).toEqual(['main/main.js:7:8']);
  });

  /** V8's notation for a position in one of the app's scripts, and the position. */
  const places: readonly (readonly [string, string | null])[] = [
    ['    at open (/opt/School API/resources/app.asar/main/main.js:1:23)', 'main/main.js:1:23'],
    ['    at /opt/wizard/resources/app/main/main.js:1:23', 'main/main.js:1:23'],
    ['    at async /opt/wizard/main/run-cli-a_b-3.js:2:3', 'main/run-cli-a_b-3.js:2:3'],
    ['    at C:\\Users\\Pat Élan\\app.asar\\main\\database-worker.js:4:5', 'main/database-worker.js:4:5'],
    ['    at new Foo (C:\\x\\app.asar\\main\\main.js:1:2)', 'main/main.js:1:2'],
    ['    at async Promise.all (index 0)', null],
    ['    at Object.get [as value] (file:///opt/a%20b/preload/preload.cjs:1:9)', 'preload/preload.cjs:1:9'],
    ['    at app://wizard/assets/open-Ab_c-D12.js:1:9', 'renderer/assets/open-Ab_c-D12.js:1:9'],
    ['    at $a.b (app://wizard/assets/x-12345678.js:9:1)', 'renderer/assets/x-12345678.js:9:1'],
    ['    at node:internal/process/task_queues:95:5', null],
    ['    at eval (eval at x (/opt/main/main.js:1:2), <anonymous>:1:1)', null],
  ];
  it.each(places)('%s', (line, frame) => {
    const [first] = traceOf(throwing([line]));
    expect(first?.frames).toEqual(frame === null ? [] : [frame]);
    if (frame !== null) expect(frame).toMatch(framePattern);
  });

  it('takes no place from a message', () => {
    const bug = new Error(`x\n    at y (/opt/main/${CANARY}.js:1:2)\nz`);
    bug.stack = `Error: ${bug.message}\n    at a (/opt/main/main.js:3:4)`;
    expect(traceOf(bug)[0]?.frames).toEqual(['main/main.js:3:4']);
  });
});
