'use strict';
// Stands for @vscode/spdlog, which would have to be compiled: appends to the log file at once, and never rotates it.
// Output channels are written through it, so leaving it out would leave them empty.
// Each name is assigned on its own, as the server imports them by name from an ES module.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const OFF = LEVELS.length;

function createLogger(path) {
  mkdirSync(dirname(path), { recursive: true });
  let threshold = LEVELS.indexOf('info');
  let format = (level, message) =>
    `${new Date().toISOString().replace('T', ' ').replace('Z', '')} [${level}] ${message}\n`;

  const write = (level) => (message) => {
    if (threshold === OFF || LEVELS.indexOf(level) < threshold) return;
    try {
      appendFileSync(path, format(level, message));
    } catch {
      // The folder goes away with the server; a last line of log is not worth an error then.
    }
  };
  return {
    ...Object.fromEntries(LEVELS.map((level) => [level, write(level)])),
    getLevel: () => threshold,
    setLevel: (level) => (threshold = level),
    setPattern: () => {},
    clearFormatters: () => (format = (_level, message) => message),
    flush: () => {},
    drop: () => {},
  };
}

exports.version = 'stub';
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (_name, path) => createLogger(path);
exports.createAsyncRotatingLogger = async (_name, path) => createLogger(path);
