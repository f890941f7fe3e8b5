/** After an install from the sources: builds, where the tools to build are installed (`npm ci --omit=dev` leaves them out). */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('node_modules/typescript')) execSync('npm run build', { stdio: 'inherit' });
else console.error('butie: not built, the build tools are not installed (npm ci builds it)');
