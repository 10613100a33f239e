// `npm run package`: dist/ddbbackup.vsix.
import { stat } from 'node:fs/promises';
import { installDependencies, packExtension, say } from './setup.mjs';

await installDependencies();
const file = await packExtension();
say(`${file}: ${Math.round((await stat(file)).size / 1024)} KB`);
