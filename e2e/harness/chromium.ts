import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { cacheFolder } from './folders.ts'

/** How to start a Chromium: plain data, so that it can be handed from the run's set-up to its workers. */
export interface ChromiumStart {
  readonly executablePath: string
  readonly env: Record<string, string>
}

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: ChromiumStart
  }
}

const require = createRequire(import.meta.url)
const folderOf = (name: string): string => path.dirname(require.resolve(`${name}/package.json`))

/** The Chromium from npm, unpacked once a checkout, or else one that is found on this machine; or one sentence that says what is missing. */
export async function findChromium(): Promise<ChromiumStart> {
  const fonts = await prepareFonts()
  const named = process.env.CHROMIUM
  const packed = named ? undefined : await unpack()
  let fault = 'it has no build for this machine'
  for (const { executablePath, env } of [...(packed ? [packed] : []), ...installed(named)]) {
    const start = { executablePath, env: { ...fonts, ...env } }
    const found = await faultOf(start)
    if (!found) return start
    if (env === packed?.env || named) fault = found
  }
  throw new Error(
    `The journeys need a browser: ${named ? `${named}, which CHROMIUM names,` : 'the Chromium from npm'} does not start (${fault})${named ? '' : ', and no other was found'}. Install Chromium or Chrome, or name one in CHROMIUM.`,
  )
}

export function launch(start: ChromiumStart): Promise<Browser> {
  // The web's own rules (same origin, content policy) stay on: they are part of what is tested.
  const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none', '--no-pings']
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined))
  // Where a machine names no language, Chromium cannot write a Chinese file name.
  const env = { ...(inherited as Record<string, string>), LC_ALL: 'C.UTF-8', ...start.env }
  return chromium.launch({ executablePath: start.executablePath, args, env })
}

/** Undefined where it starts; else why it does not, in one line. */
async function faultOf(start: ChromiumStart): Promise<string | undefined> {
  try {
    const browser = await launch(start)
    await browser.close()
    return undefined
  } catch (error) {
    const lines = (error as Error).message.split('\n')
    return (lines.find((line) => /error while loading|not found|cannot/i.test(line)) ?? lines[0] ?? '').trim()
  }
}

async function unpack(): Promise<ChromiumStart | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { version } = require('../node_modules/@sparticuz/chromium/package.json') as { version: string }
  const folder = path.join(cacheFolder, `chromium-${version}`)
  if (!existsSync(folder)) {
    // It unpacks into the system's temporary folder under a fixed name, where anybody may have put another one.
    await mkdir(cacheFolder, { recursive: true })
    const aside = await mkdtemp(path.join(cacheFolder, 'unpacking-'))
    const { TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
    // Its own copies of the libraries it links against come along only where it believes to be at home.
    Object.assign(process.env, { TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' })
    try {
      const { default: packed } = await import('@sparticuz/chromium')
      await packed.executablePath()
    } finally {
      restore({ TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH })
    }
    await rename(aside, folder).catch(() => rm(aside, { recursive: true }))
  }
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { executablePath: path.join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries } }
}

function restore(before: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

/** Without a font of its own, Chinese is a row of boxes, and a page that is too wide looks as if it fitted. */
async function prepareFonts(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {}
  const folder = path.join(cacheFolder, 'fonts')
  const conf = path.join(folder, 'fonts.conf')
  if (!existsSync(conf)) {
    const from = folderOf('@expo-google-fonts/noto-sans-sc')
    await mkdir(folder, { recursive: true })
    for (const weight of ['400Regular', '700Bold']) {
      await copyFile(path.join(from, weight, `NotoSansSC_${weight}.ttf`), path.join(folder, `${weight}.ttf`))
    }
    const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/seen</cachedir></fontconfig>`
    await writeFile(`${conf}.new`, text)
    await rename(`${conf}.new`, conf)
  }
  return { FONTCONFIG_FILE: conf, FONTCONFIG_PATH: folder }
}

/** The browser that is named, or those in the places where one is usually found. */
function installed(named: string | undefined): readonly ChromiumStart[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const end = process.platform === 'win32' ? '.exe' : ''
  const usual = [
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name + end))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ]
  const there = named ? [named] : usual.filter((each) => existsSync(each))
  return there.map((executablePath) => ({ executablePath, env: {} }))
}
