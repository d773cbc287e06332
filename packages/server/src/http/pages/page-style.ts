/** The look of the few pages that the server draws itself. */
export const pageStyle = `
:root { --bg: #fff; --page: #f1f2f5; --text: #16181d; --muted: #5b616e; --edge: #1012181a; --fill: #3d3dd6; --hover: #3333b8; --ring: #3d3dd6 }
@media (prefers-color-scheme: dark) { :root { --bg: #17191e; --page: #0b0c10; --text: #f2f3f5; --muted: #a4aab6; --edge: #ffffff1a; --fill: #5557e2; --hover: #6466ea; --ring: #a3a6ff } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif }
main { width: min(100%, 25rem); padding: 32px; border: 1px solid var(--edge); border-radius: 14px; background: var(--bg); overflow-wrap: anywhere }
h1 { margin: 0 0 8px; font-size: 1.25rem; line-height: 1.3; letter-spacing: -.014em }
p { margin: 0; color: var(--muted); font-size: .875rem }
button { width: 100%; min-height: 44px; margin-top: 24px; border: 1px solid #0000; border-radius: 8px; background: var(--fill); color: #fff; font: inherit; font-size: .875rem; font-weight: 500; cursor: pointer }
button:hover { background: var(--hover) }
button:focus-visible { outline: 2px solid var(--ring); outline-offset: 2px }
`
