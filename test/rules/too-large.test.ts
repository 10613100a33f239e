import { testRule } from './marked';

testRule('too-large', {
  wrong: [{ spec: `«{»${' '.repeat(1024 * 1024)}}`, says: 'larger than 1 MiB' }],
  fine: [`{${' '.repeat(1024 * 1024 - 2)}}`],
});
