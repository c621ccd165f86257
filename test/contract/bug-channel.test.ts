import { channels } from '@contract/channels';
import { describe, expect, it } from 'vitest';

const { request } = channels['report-bug'];
const frame = 'renderer/assets/open-1a2b3c4d.js:1:234';
const bug = (part: object = {}, thrown: object = {}) => ({
  kind: 'error',
  trace: [{ type: 'TypeError', frames: [frame], ...thrown }],
  components: [frame],
  ...part,
});
const refused: readonly (readonly [string, unknown])[] = [
  ['a message', bug({ message: 'canary' })],
  ['a message of what was thrown', bug({}, { message: 'canary' })],
  ['a type of its own', bug({}, { type: 'canary' })],
  ['a kind of its own', bug({ kind: 'canary' })],
  ['a frame that is a text', bug({}, { frames: ['canary'] })],
  ['a frame with a name', bug({}, { frames: [`canary (${frame})`] })],
  ['a frame with a path', bug({}, { frames: [`/home/canary/${frame}`] })],
  ['a frame of two lines', bug({}, { frames: [`${frame}\n${frame}`] })],
  ['a frame as long as a text', bug({}, { frames: [`renderer/assets/${'a'.repeat(200)}.js:1:2`] })],
  ['a component that is a text', bug({ components: ['canary'] })],
  ['too many frames', bug({}, { frames: Array.from({ length: 17 }, () => frame) })],
  ['too many causes', bug({ trace: Array.from({ length: 5 }, () => bug().trace[0]) })],
  ['nothing thrown', bug({ trace: [] })],
];

describe('the channel for bugs of the window', () => {
  it('takes places in the window’s own scripts', () => {
    expect(request.safeParse(bug()).success).toBe(true);
  });

  it.each(refused)('takes no %s', (_what, sent) => {
    expect(request.safeParse(sent).success).toBe(false);
  });
});
