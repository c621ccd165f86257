/** The field above a long list of connections. */
export const search = {
  label: 'Search',
  help: 'By name, system, environment or state of a connection.',
  clear: 'Clear',
  found_one: '{{count}} of {{all}} connections',
  found_other: '{{count}} of {{all}} connections',
  none: 'No connection matches “{{text}}”.',
  showAll: 'Show all',
};
