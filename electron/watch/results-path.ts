import { join } from 'node:path';

/** Where the results of saved connections are, unless the command line names another file. */
export const ownResultsFile = (dataFolder: string): string => join(dataFolder, 'watch', 'results.json');
