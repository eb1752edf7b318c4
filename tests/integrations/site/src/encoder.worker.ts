import { parts } from 'virtual:encoder';

postMessage(parts.vectors.sha256);
