import { expect, it } from 'vitest';
import { addressesIn, hideInner, isInner, withoutInner } from '../../../electron/carried/inner-addresses';
import { passedSteps, reportWith } from '../../fakes/reports';

it.each([
  ['10.1.2.3', '10.x.x.x'],
  ['172.16.0.1', '172.16.x.x'],
  ['172.31.255.255', '172.31.x.x'],
  ['192.168.7.8', '192.168.x.x'],
  ['100.64.0.1', '100.64.x.x'],
  ['169.254.1.1', '169.254.x.x'],
  ['127.0.0.1', '127.x.x.x'],
  ['::ffff:10.1.2.3', '10.x.x.x'],
  ['fd12:3456::1', 'fd12:x'],
  ['fe80::1', 'fe80:x'],
])('%s is inside a network, and only %s is kept of it', (address, kept) => {
  expect(isInner(address)).toBe(true);
  expect(withoutInner(address)).toBe(kept);
  // What was hidden once is still known to be an inner one, and is not changed again.
  expect(isInner(kept)).toBe(true);
  expect(withoutInner(kept)).toBe(kept);
});

it.each([
  '9.255.255.255',
  '11.0.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '100.128.0.1',
  '203.0.113.7',
  '2001:db8::1',
])('%s is an address of the internet, and stays', (address) => {
  expect(isInner(address)).toBe(false);
  expect(withoutInner(address)).toBe(address);
});

it('hides them wherever a report has them, and nothing else', () => {
  const facts = {
    addresses: ['10.1.2.3', '203.0.113.7'],
    via: '192.168.1.1:3128',
    proxy: 'http://192.168.1.1:3128',
    host: 'sis.example',
  };
  const steps = passedSteps.map((step) => (step.id === 'connect' ? { ...step, facts } : step));
  const { report, had } = hideInner(reportWith(steps), []);
  expect(had).toBe(true);
  expect(report.steps.find(({ id }) => id === 'connect')?.facts).toEqual({
    addresses: ['10.x.x.x', '203.0.113.7'],
    via: '192.168.x.x:3128',
    proxy: 'http://192.168.x.x:3128',
    host: 'sis.example',
  });
  expect(hideInner(report, [])).toEqual({ report, had: false });
  expect(hideInner(reportWith(passedSteps), []).had).toBe(false);
});

it('keeps what is known on this computer already, so that what stays hidden is another address', () => {
  const facts = { addresses: ['10.1.2.3', '10.9.9.9'], via: '192.168.1.1:3128' };
  const steps = passedSteps.map((step) => (step.id === 'connect' ? { ...step, facts } : step));
  const made = reportWith(steps);
  expect(addressesIn(made)).toEqual(expect.arrayContaining(['10.1.2.3', '10.9.9.9', '192.168.1.1']));
  const { report } = hideInner(made, ['10.1.2.3', '192.168.1.1']);
  expect(report.steps.find(({ id }) => id === 'connect')?.facts).toEqual({
    addresses: ['10.1.2.3', '10.x.x.x'],
    via: '192.168.1.1:3128',
  });
});
