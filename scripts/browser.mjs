/**
 * Finds a Chromium for the end-to-end tests: the one that Playwright installed, else Chrome or Chromium on this
 * machine, else it installs one, else it says in one line what to do.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Google\\Chrome\\Application\\chrome.exe`,
]

/** The path of a browser that is there, or undefined. */
export const findBrowser = () => {
  const installed = chromium.executablePath()
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => NAMES.map(name => join(folder, name)))
  return [process.env.CHROMIUM_PATH, installed, ...onPath, ...PLACES].find(path => path && existsSync(path))
}

const run = (command, ...args) => {
  console.log(`> ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}

const installBrowser = () => {
  if (run('npx', 'playwright', 'install', 'chromium') && findBrowser()) return
  if (process.platform !== 'linux') return
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => run(...sudo, 'apt-get', ...args)
  if (apt('update', '-qq')) apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!findBrowser()) installBrowser()
  const path = findBrowser()
  if (!path) {
    console.error(
      'No browser for the end-to-end tests: install Chrome or Chromium, or set CHROMIUM_PATH to one.',
    )
    process.exit(1)
  }
  console.log(`Browser: ${path}`)
}
