/**
 * Finds the browsers of the end-to-end tests: Chromium, or those that are named (`chromium firefox webkit`). One that
 * isn't here is installed. Without Chromium nothing goes on; Firefox and WebKit can't be had on every system, and the
 * reason is left in .tmp/browsers.json for scripts/summary.mjs to say.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, firefox, webkit } from '@playwright/test'

const { env } = process
/** How long one installation may take, in ms. */
const PATIENCE = 600_000

const first = paths => paths.find(path => path && existsSync(path))
const onPath = (...names) =>
  (env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))

/** The path of a Chromium that is there, or undefined. */
export const findBrowser = () =>
  first([
    env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...onPath(
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      'chrome.exe',
    ),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
    `${env['PROGRAMFILES(X86)']}\\Google\\Chrome\\Application\\chrome.exe`,
  ])

const findFirefox = () =>
  first([
    env.FIREFOX_PATH,
    ...onPath('firefox-esr', 'firefox', 'firefox.exe'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    `${env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
  ])

/** WebKitGTK's own small browser, what speaks WebDriver to it, and a display, for it has no headless mode. */
const findWebKitGtk = () => {
  const byMachine = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter(name => name.endsWith('-linux-gnu'))
    : []
  const folders = ['/usr/libexec', '/usr/lib', ...byMachine.map(name => `/usr/lib/${name}`)]
  const path = first(folders.map(folder => `${folder}/webkit2gtk-4.1/MiniBrowser`))
  const driver = first(onPath('WebKitWebDriver'))
  const display = first(onPath('Xvfb'))
  return path && driver && display && { adapter: 'webdriver', path, driver, display }
}

const withPath = (adapter, path) => path && { adapter, path }
const playwrights = type => withPath('playwright', first([type.executablePath()]))

/** Firefox and WebKit as systems have them come first: Playwright's keep no page for the Back button. */
const engines = {
  chromium: {
    find: () => withPath('playwright', findBrowser()),
    packages: ['chromium'],
  },
  firefox: {
    find: () => withPath('puppeteer', findFirefox()) ?? playwrights(firefox),
    packages: ['firefox-esr'],
  },
  webkit: {
    find: () => findWebKitGtk() ?? playwrights(webkit),
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
}

/** What drives an engine, and where its files are; undefined where it isn't here. */
export const findEngine = name => engines[name].find()

/** Runs a command, quietly, for it is long-winded. Returns what went wrong, if anything did. */
const run = (label, command, ...args) => {
  console.log(`> ${label}`)
  const { status, error, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: PATIENCE,
  })
  if (status === 0) return ''
  const said = (stderr ?? '').split('\n').filter(line => line.trim())
  return `${label}: ${error?.message ?? said.find(line => /^E: |Error/.test(line)) ?? said.at(-1) ?? status}`
}

/** What an update of the package lists said, once there was one. */
let updated
const apt = packages => {
  if (process.platform !== 'linux') return 'apt-get: not on this system'
  const aptGet = (...args) => {
    const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n']
    const quietly = [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      '-o',
      'DPkg::Lock::Timeout=120',
    ]
    return run(`apt-get ${args.join(' ')}`, ...asRoot, ...quietly, '--no-install-recommends', '-y', ...args)
  }
  updated ??= aptGet('update')
  return updated || aptGet('install', ...packages)
}

/** Installs an engine. Returns what it is found by, or why it can't be had. */
const install = name => {
  const { find, packages } = engines[name]
  const ways = [
    () => apt(packages),
    () => run(`playwright install ${name}`, 'npx', 'playwright', 'install', name),
  ]
  if (name === 'chromium') ways.reverse()
  const reasons = []
  for (const way of ways) {
    const reason = way()
    const found = find()
    if (found) return found
    reasons.push(reason || 'installed, and yet not found')
  }
  return { missing: reasons.join('; ') }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2)
  const report = {}
  for (const name of names.length ? names : ['chromium']) {
    report[name] = engines[name].find() ?? install(name)
    console.log(`${name}: ${report[name].path ?? report[name].missing}`)
  }
  mkdirSync('.tmp', { recursive: true })
  if (names.length) writeFileSync('.tmp/browsers.json', JSON.stringify(report, null, 2))
  if (report.chromium?.missing) {
    console.error(
      'No browser for the end-to-end tests: install Chrome or Chromium, or set CHROMIUM_PATH to one.',
    )
    process.exit(1)
  }
}
