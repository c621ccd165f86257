import { onTestFinished } from 'vitest';

/** Code that asks for the operating system finds this one until the end of the test. */
export function asOn(platform: NodeJS.Platform): void {
  const own = process.platform;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: own }));
}
