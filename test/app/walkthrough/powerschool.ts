import { permissions, vendorWalk } from './vendor';

/** A plugin's credentials for a practice PowerSchool, handed over to its publisher. */
export const powerschool = vendorWalk({
  system: 'powerschool',
  title: 'PowerSchool: a plugin’s credentials, with the practice PowerSchool',
  search: 'powerschool',
  name: /^PowerSchool SIS \(plugin/,
  secret: 'Client Secret',
  sheet: 'For the plugin’s publisher',
  proved: (walk) => permissions(walk, [/^district .* Can be read$/, /^students /]),
});
