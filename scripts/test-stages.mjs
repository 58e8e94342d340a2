/**
 * The stages of `npm test`. To add one, add a row: an npm script, the stages that it waits for, and how its tests are
 * counted. What has a need of its own, such as a database or a framework's build, gets a row of its own, so that it can be
 * run alone and is seen by name where it is slow.
 *
 * Rows begin from the top, as many at the same time as scripts/test.mjs lets: the longest stands first.
 */
import { countEngines, countPlaywright, countServers, countVitest } from './test-reports.mjs'

/** @type {Record<string, import('./run-stages.mjs').Stage>} */
export const stages = {
  build: { script: 'build' },
  e2e: {
    script: 'e2e -- --project=iife --project=esm --project=cjs --project=once --project=site',
    after: ['build'],
    report: '.tmp/e2e.json',
    count: countPlaywright,
  },
  check: { script: 'check' },
  servers: { script: 'servers', after: ['build'], report: '.tmp/servers.json', count: countServers },
  examples: { script: 'examples', after: ['build'], report: '.tmp/examples.json', count: countPlaywright },
  strangers: { script: 'strangers', after: ['build'], report: '.tmp/strangers.json', count: countVitest },
  engines: { script: 'engines', after: ['build'], report: '.tmp/engines.json', count: countEngines },
  unit: { script: 'unit', after: ['build'], report: '.tmp/unit.json', count: countVitest },
  timed: {
    script: 'e2e -- --project=timed --no-deps',
    after: ['build'],
    alone: true,
    report: '.tmp/e2e.json',
    count: countPlaywright,
  },
}
