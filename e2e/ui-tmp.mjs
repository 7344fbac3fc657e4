import { createServer } from 'node:http'
import { readFile, mkdir, writeFile, copyFile } from 'node:fs/promises'
import path from 'node:path'
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
const { default: chromium } = await import('@sparticuz/chromium')
const { chromium: pw } = await import('playwright-core')
const fonts='/tmp/ui-fonts'; await mkdir(fonts,{recursive:true})
const home=path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
await copyFile(home+'/400Regular/NotoSansSC_400Regular.ttf', fonts+'/r.ttf')
await writeFile(fonts+'/fonts.conf', `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>/tmp/ui-fonts/cache</cachedir></fontconfig>`)
export const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: chromium.args, env: {...process.env, FONTCONFIG_FILE: fonts+'/fonts.conf', FONTCONFIG_PATH: fonts}})
export const axe = await readFile(require.resolve('axe-core/axe.min.js'),'utf8')
export function serve(root, port){ const types={'.html':'text/html','.js':'text/javascript','.mjs':'text/javascript','.css':'text/css','.svg':'image/svg+xml','.json':'application/json'}
 return new Promise(r=>{const s=createServer(async(q,a)=>{try{const f=path.join(root,decodeURIComponent(q.url.split('?')[0]==='/'?'/index.html':q.url.split('?')[0]));const b=await readFile(f);a.setHeader('content-type',types[path.extname(f)]??'application/octet-stream');a.setHeader('content-security-policy',"default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self' data:");a.end(b)}catch{a.statusCode=404;a.end()}}).listen(port,()=>r(s))})}
